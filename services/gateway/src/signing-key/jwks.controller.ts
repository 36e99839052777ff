import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@qi/platform';
import type { JWK } from 'jose';
import { SigningKeys } from './signing-key.service';

@ApiTags('keys')
@Controller('.well-known')
@Public()
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  /** The keys that services check tokens with (RFC 7517). */
  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } } })
  get(): Promise<{ keys: JWK[] }> {
    return this.keys.shown();
  }
}
