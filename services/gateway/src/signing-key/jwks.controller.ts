import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@qi/platform';
import type { JWK } from 'jose';
import { DevelopmentKeys } from './development-keys.service';
import { SigningKeys } from './signing-key.service';

@ApiTags('keys')
@Controller('.well-known')
@Public()
export class JwksController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly development: DevelopmentKeys,
  ) {}

  /** The keys that services check tokens with (RFC 7517). */
  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } } })
  async get(): Promise<{ keys: JWK[] }> {
    return { keys: [...(await this.keys.shown()), ...(await this.development.shown())] };
  }
}
