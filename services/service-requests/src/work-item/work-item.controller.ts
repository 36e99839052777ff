import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles, type Actor } from '@qi/platform';
import { API } from '../api';
import {
  AgreeToStandard,
  DismissWorkItem,
  toResponse,
  WorkItemPage,
  WorkItemQuery,
  WorkItemResponse,
} from './work-item.dto';
import { WorkItemQueries } from './work-item.queries';
import { WorkItemService } from './work-item.service';

@ApiTags('work-items')
@Controller(`${API}/work-items`)
export class WorkItemController {
  constructor(
    private readonly items: WorkItemService,
    private readonly queries: WorkItemQueries,
  ) {}

  @Get()
  @Roles()
  @ApiOkResponse({ type: WorkItemPage })
  async list(@Query() query: WorkItemQuery, @CurrentActor() actor: Actor): Promise<WorkItemPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  /** The firm agrees to the standard in the place of the one that ends; its task is routed again. */
  @Post(':id/agree')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  @ApiOkResponse({ type: WorkItemResponse })
  async agree(@IdParam() id: string, @Body() { standard }: AgreeToStandard, @CurrentActor() actor: Actor) {
    return toResponse(await this.items.agree(id, standard, actor));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'clerk', 'steward', 'administrator')
  @ApiOkResponse({ type: WorkItemResponse })
  async dismiss(@IdParam() id: string, @Body() { reason }: DismissWorkItem, @CurrentActor() actor: Actor) {
    return toResponse(await this.items.dismiss(id, reason, actor));
  }
}
