import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { standardNumber } from '@qi/kernel';
import { CurrentActor, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { CitationQuery, CitationsResponse } from '@qi/provider';
import { CitationQueries } from './citation.queries';

@ApiTags('citations')
@Controller('api/metrology/v1/citations')
export class CitationController {
  constructor(private readonly queries: CitationQueries) {}

  /** Who cites a standard; administrators see their areas. */
  @Get()
  @Roles('clerk', 'steward', 'administrator', 'auditor')
  @ApiOkResponse({ type: CitationsResponse })
  async list(@Query() { standard }: CitationQuery, @CurrentActor() actor: Actor): Promise<CitationsResponse> {
    const { canonical } = standardNumber(standard);
    return { standard: canonical, citations: await this.queries.of(canonical, actor) };
  }
}
