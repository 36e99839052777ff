import { Controller, Get, Headers, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { Roles } from '@qi/platform';
import { NumberQuery } from '../standard/number.query';
import { toSuccession } from '../standard/standard.response';
import { StandardService } from '../standard/standard.service';
import { CitationOwners } from './citation-owners.service';
import { ImpactResponse } from './impact.dto';

@ApiTags('impact')
@Controller('api/standards/v1/impact')
export class ImpactController {
  constructor(
    private readonly standards: StandardService,
    private readonly owners: CitationOwners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The successors in force on a day, the chain, and who cites the standard now. */
  @Get()
  @Roles('clerk', 'steward', 'administrator', 'auditor')
  @ApiOkResponse({ type: ImpactResponse })
  async get(
    @Query() { number, on }: NumberQuery,
    @Headers('authorization') authorization: string,
  ): Promise<ImpactResponse> {
    const succession = await this.standards.succession(number, on ?? toBusinessDate(this.clock.now()));
    return { ...toSuccession(succession), owners: await this.owners.ask(succession.number, authorization) };
  }
}
