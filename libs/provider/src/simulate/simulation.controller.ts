import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  PreviewPolicy,
  RerunResponse,
  SimulatePolicy,
  SimulationResponse,
  toRerunResponse,
  toSimulationResponse,
} from './simulation.dto';
import { SimulationService } from './simulation.service';

@ApiTags('routing')
@Controller()
export class SimulationController {
  constructor(private readonly simulations: SimulationService) {}

  /** What a policy would change about the latest decisions, before it is put in use. */
  @Post('routing-policy/preview')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: RerunResponse })
  async preview(@Body() { decisions, ...policy }: PreviewPolicy, @CurrentActor() actor: Actor): Promise<RerunResponse> {
    return toRerunResponse(await this.simulations.preview(policy, decisions, actor));
  }

  /** Past decisions of a whole period under another policy; runs on its own, ask for its state. */
  @Post('routing/simulate')
  @HttpCode(202)
  @Roles('administrator')
  @ApiAcceptedResponse({ type: SimulationResponse })
  async simulate(
    @Body() { from, to, ...policy }: SimulatePolicy,
    @CurrentActor() actor: Actor,
  ): Promise<SimulationResponse> {
    return toSimulationResponse(await this.simulations.start(policy, { from, to }, actor));
  }

  @Get('routing/simulations/:id')
  @Roles('administrator', 'auditor')
  @ApiOkResponse({ type: SimulationResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SimulationResponse> {
    return toSimulationResponse(await this.simulations.get(id, actor));
  }
}
