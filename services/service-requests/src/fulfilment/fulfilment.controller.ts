import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { ReasonDto, ReopenDto } from '../service-request/service-request.dto';
import { RequestQueries } from '../service-request/service-request.queries';
import { RequestResponse } from '../service-request/service-request.view';
import type { ClockView } from '../time-limit/clock-view';
import { ExtendClockDto } from '../time-limit/time-limit.dto';
import { ClockExtensions } from './clock-extensions';
import { Fulfilment } from './fulfilment.service';

@ApiTags('service-requests')
@Controller(`${API}/service-requests`)
export class FulfilmentController {
  constructor(
    private readonly fulfilment: Fulfilment,
    private readonly queries: RequestQueries,
    private readonly extensions: ClockExtensions,
  ) {}

  @Post(':id/submit')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  @ApiOkResponse({ type: RequestResponse })
  async submit(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.queries.view(await this.fulfilment.submit(id, actor));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Roles('clerk')
  @ApiOkResponse({ type: RequestResponse })
  async accept(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    await this.fulfilment.accept(id, actor);
    return this.queries.get(id, actor);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk')
  @ApiOkResponse({ type: RequestResponse })
  async withdraw(
    @IdParam() id: string,
    @Body() { reason }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    await this.fulfilment.withdraw(id, reason, actor);
    return this.queries.get(id, actor);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk')
  @ApiOkResponse({ type: RequestResponse })
  async reopen(
    @IdParam() id: string,
    @Body() { taskIds, reason }: ReopenDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    await this.fulfilment.reopen(id, taskIds, reason, actor);
    return this.queries.get(id, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk')
  @ApiOkResponse({ type: RequestResponse })
  async close(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    await this.fulfilment.close(id, actor);
    return this.queries.get(id, actor);
  }

  /** More time on one of the request's clocks; the firm reads the reason on the life line. */
  @Post(':id/clocks/:clockId/extend')
  @HttpCode(200)
  @Roles('clerk', 'administrator')
  extend(
    @IdParam() id: string,
    @IdParam('clockId') clockId: string,
    @Body() dto: ExtendClockDto,
    @CurrentActor() actor: Actor,
  ): Promise<ClockView> {
    return this.extensions.extend(id, clockId, dto, actor);
  }
}
