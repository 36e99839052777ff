import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DismissWorkItem, toResponse, WorkItemPage, WorkItemQuery, WorkItemResponse } from './work-item.dto';
import { WorkItemQueries } from './work-item.queries';
import { WorkItemService } from './work-item.service';

@ApiTags('work-items')
@Controller('api/institutions/v1/work-items')
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

  @Post(':id/finish')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: WorkItemResponse })
  async finish(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WorkItemResponse> {
    return toResponse(await this.items.finish(id, actor));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: WorkItemResponse })
  async dismiss(@IdParam() id: string, @Body() { reason }: DismissWorkItem, @CurrentActor() actor: Actor) {
    return toResponse(await this.items.dismiss(id, reason, actor));
  }
}
