import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { FairnessQuery, FairnessResponse } from './fairness.dto';
import { FairnessService } from './fairness.service';

@ApiTags('routing')
@Controller('routing/fairness')
export class FairnessController {
  constructor(private readonly fairness: FairnessService) {}

  /** Each provider's share of the jobs against its share of the capacity that could have taken them. */
  @Get()
  @Roles('administrator', 'auditor')
  @ApiOkResponse({ type: FairnessResponse })
  report(@Query() query: FairnessQuery, @CurrentActor() actor: Actor): Promise<FairnessResponse> {
    return this.fairness.report(query, actor);
  }
}
