import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import { RequestViews } from './request-view.service';
import { ItemiseDto, RefuseDto, ReturnDto } from './service-request.dto';
import { RequestResponse } from './service-request.view';
import { WindowDecisions } from './window-decision.service';

@ApiTags('service-requests')
@Controller(`${API}/service-requests`)
@Roles('clerk', 'steward')
export class WindowDecisionController {
  constructor(
    private readonly decisions: WindowDecisions,
    private readonly views: RequestViews,
  ) {}

  @Post(':id/itemise')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestResponse })
  async itemise(
    @IdParam() id: string,
    @Body() dto: ItemiseDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.views.of(await this.decisions.itemise(id, dto.lines, actor));
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestResponse })
  async return(@IdParam() id: string, @Body() dto: ReturnDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    const { reasonCode, note = null, fields } = dto;
    return this.views.of(await this.decisions.returnForCorrection(id, { reasonCode, note, fields }, actor));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestResponse })
  async refuse(@IdParam() id: string, @Body() dto: RefuseDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    const { reasonCode, note = null } = dto;
    return this.views.of(await this.decisions.refuse(id, { reasonCode, note }, actor));
  }
}
