import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Public, Roles, type Actor, type Page } from '@qi/platform';
import {
  MergePlatformDto,
  PlatformDto,
  PlatformPage,
  PlatformQuery,
  PlatformResponse,
  profileOf,
  toResponse,
} from './platform.dto';
import { API } from '../api';
import { PlatformQueries } from './platform.queries';
import { Platforms } from './platform.service';

@ApiTags('platforms')
@Controller(`${API}/platforms`)
export class PlatformController {
  constructor(
    private readonly platforms: Platforms,
    private readonly queries: PlatformQueries,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: PlatformPage })
  list(@Query() query: PlatformQuery): Promise<Page<PlatformResponse>> {
    return this.queries.list(query);
  }

  @Get(':id')
  @Public()
  @ApiOkResponse({ type: PlatformResponse })
  async get(@IdParam() id: string): Promise<PlatformResponse> {
    return toResponse(await this.platforms.get(id));
  }

  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: PlatformResponse })
  async plan(@Body() dto: PlatformDto, @CurrentActor() actor: Actor): Promise<PlatformResponse> {
    return toResponse(await this.platforms.plan(profileOf(dto), actor));
  }

  @Put(':id')
  @Roles('administrator')
  @ApiOkResponse({ type: PlatformResponse })
  async revise(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: PlatformDto,
    @CurrentActor() actor: Actor,
  ): Promise<PlatformResponse> {
    return toResponse(await this.platforms.revise(id, version, profileOf(dto), actor));
  }

  @Post(':id/open')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: PlatformResponse })
  async open(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PlatformResponse> {
    return toResponse(await this.platforms.open(id, actor));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: PlatformResponse })
  async close(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PlatformResponse> {
    return toResponse(await this.platforms.close(id, actor));
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: PlatformResponse })
  async merge(
    @IdParam() id: string,
    @Body() { targetId }: MergePlatformDto,
    @CurrentActor() actor: Actor,
  ): Promise<PlatformResponse> {
    return toResponse(await this.platforms.merge(id, targetId, actor));
  }
}
