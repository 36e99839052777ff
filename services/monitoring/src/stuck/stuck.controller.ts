import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { StuckTask } from './stuck.dto';
import { StuckQueries } from './stuck.queries';

@ApiTags('stuck')
@Controller(`${API}/stuck`)
export class StuckController {
  constructor(private readonly stuck: StuckQueries) {}

  /** Tasks without a step for too long, the oldest first, with who owes the next one. */
  @Get()
  @Roles('administrator', 'clerk', 'auditor', 'operator')
  @ApiOkResponse({ type: [StuckTask] })
  list(@CurrentActor() actor: Actor): Promise<StuckTask[]> {
    return this.stuck.list(actor);
  }
}
