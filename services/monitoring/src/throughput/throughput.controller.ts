import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { figures } from './figures';
import { FigureDefinition, PeriodQuery, Throughput } from './throughput.dto';
import { ThroughputQueries } from './throughput.queries';

@ApiTags('throughput')
@Controller(API)
export class ThroughputController {
  constructor(private readonly queries: ThroughputQueries) {}

  /** What came in and what came of it in a period, in the actor's areas. */
  @Get('throughput')
  @Roles('administrator', 'clerk', 'auditor', 'operator')
  @ApiOkResponse({ type: Throughput })
  throughput(@Query() query: PeriodQuery, @CurrentActor() actor: Actor): Promise<Throughput> {
    return this.queries.throughput(query, actor);
  }

  /** What each figure means. */
  @Get('figures')
  @Public()
  @ApiOkResponse({ type: [FigureDefinition] })
  figures(): FigureDefinition[] {
    return Object.values(figures);
  }
}
