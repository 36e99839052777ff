import { Get, Injectable, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { standardNumber } from '@qi/kernel';
import { CurrentActor, Roles } from '../auth/access';
import type { Actor } from '../auth/actor';
import { Citing } from './citation';
import { CitationQuery, CitationsResponse } from './citation.dto';

/** `CitationModule` gives it a path. */
@ApiTags('citations')
@Injectable()
export class CitationController {
  constructor(private readonly citing: Citing) {}

  /** Who cites a standard; how far each role sees, the service says. */
  @Get()
  @Roles('clerk', 'steward', 'administrator', 'auditor')
  @ApiOkResponse({ type: CitationsResponse })
  async list(@Query() { standard }: CitationQuery, @CurrentActor() actor: Actor): Promise<CitationsResponse> {
    const { canonical } = standardNumber(standard);
    return { standard: canonical, citations: await this.citing.of(canonical, actor) };
  }
}
