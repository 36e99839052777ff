import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Public, Roles, type Actor, type Page } from '@qi/platform';
import {
  contentOf,
  DraftServiceItemDto,
  ReviseServiceItemDto,
  ServiceItemPage,
  ServiceItemQuery,
  ServiceItemResponse,
  toResponse,
} from './service-item.dto';
import { API } from '../api';
import { ServiceItemQueries } from './service-item.queries';
import { ServiceItems } from './service-item.service';

@ApiTags('service-items')
@Controller(`${API}/service-items`)
export class ServiceItemController {
  constructor(
    private readonly items: ServiceItems,
    private readonly queries: ServiceItemQueries,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: ServiceItemPage })
  list(@Query() query: ServiceItemQuery, @CurrentActor() actor: Actor | undefined): Promise<Page<ServiceItemResponse>> {
    return this.queries.list(query, actor);
  }

  @Get(':id')
  @Public()
  @ApiOkResponse({ type: ServiceItemResponse })
  get(@IdParam() id: string, @CurrentActor() actor: Actor | undefined): Promise<ServiceItemResponse> {
    return this.queries.get(id, actor);
  }

  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: ServiceItemResponse })
  async draft(@Body() dto: DraftServiceItemDto): Promise<ServiceItemResponse> {
    return toResponse(await this.items.draft(dto.code, contentOf(dto)));
  }

  /** A draft of the next version, copied from the latest one. */
  @Post(':id/next-version')
  @Roles('administrator')
  @ApiCreatedResponse({ type: ServiceItemResponse })
  async draftNextVersion(@IdParam() id: string): Promise<ServiceItemResponse> {
    return toResponse(await this.items.draftNextVersion(id));
  }

  @Put(':id')
  @Roles('administrator')
  @ApiOkResponse({ type: ServiceItemResponse })
  async revise(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: ReviseServiceItemDto,
  ): Promise<ServiceItemResponse> {
    return toResponse(await this.items.revise(id, version, contentOf(dto)));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: ServiceItemResponse })
  async publish(@IdParam() id: string): Promise<ServiceItemResponse> {
    return toResponse(await this.items.publish(id));
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: ServiceItemResponse })
  async retire(@IdParam() id: string): Promise<ServiceItemResponse> {
    return toResponse(await this.items.retire(id));
  }
}
