import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { RequestViews } from '../service-request/request-view.service';
import { RequestResponse } from '../service-request/service-request.view';
import { ClockResponse } from '../time-limit/clock.response';
import { ClockExtensions } from './clock-extension.service';
import { ExtendClockDto, ReasonDto, ReopenDto } from './fulfilment.dto';
import { Fulfilment } from './fulfilment.service';
import { Submissions } from './submissions.service';

@ApiTags('service-requests')
@Controller(`${API}/service-requests`)
export class FulfilmentController {
  constructor(
    private readonly submissions: Submissions,
    private readonly fulfilment: Fulfilment,
    private readonly extensions: ClockExtensions,
    private readonly views: RequestViews,
  ) {}

  @Post(':id/submit')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  @ApiOkResponse({ type: RequestResponse })
  async submit(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    const { file, clocks, hints } = await this.submissions.submit(id, actor);
    return this.views.ofSubmitted(file.request, { tasks: file.tasks, clocks, hints });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Roles('clerk')
  @ApiOkResponse({ type: RequestResponse })
  async accept(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.views.of((await this.fulfilment.accept(id, actor)).request);
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
    return this.views.of((await this.fulfilment.withdraw(id, reason, actor)).request);
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
    return this.views.of((await this.fulfilment.reopen(id, taskIds, reason, actor)).request);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk')
  @ApiOkResponse({ type: RequestResponse })
  async close(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.views.of((await this.fulfilment.close(id, actor)).request);
  }

  /** More time on one of the request's clocks; the firm reads the reason on the life line. */
  @Post(':id/clocks/:clockId/extend')
  @HttpCode(200)
  @ApiOkResponse({ type: ClockResponse })
  @Roles('clerk', 'administrator')
  extend(
    @IdParam() id: string,
    @IdParam('clockId') clockId: string,
    @Body() dto: ExtendClockDto,
    @CurrentActor() actor: Actor,
  ): Promise<ClockResponse> {
    return this.extensions.extend({ id: clockId, requestId: id }, dto, actor);
  }
}
