import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CreateExpertRequest,
  ExpertChanges,
  ExpertPage,
  ExpertQuery,
  ExpertReasonRequest,
  ExpertResponse,
  toProfile,
  toResponse,
} from './expert.dto';
import { ExpertQueries } from './expert.queries';
import { ExpertService } from './expert.service';

@ApiTags('experts')
@Controller('api/experts/v1/experts')
export class ExpertController {
  constructor(
    private readonly experts: ExpertService,
    private readonly queries: ExpertQueries,
  ) {}

  @Post()
  @Roles('administrator')
  @ApiCreatedResponse({ type: ExpertResponse })
  async enter(@Body() body: CreateExpertRequest, @CurrentActor() actor: Actor): Promise<ExpertResponse> {
    return toResponse(await this.experts.enter(toProfile(body), actor));
  }

  @Get()
  @Roles()
  @ApiOkResponse({ type: ExpertPage })
  async list(@Query() query: ExpertQuery, @CurrentActor() actor: Actor): Promise<ExpertPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get(':id')
  @Roles()
  @ApiOkResponse({ type: ExpertResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ExpertResponse> {
    return toResponse(await this.queries.get(id, actor));
  }

  @Patch(':id')
  @Roles('expert', 'administrator')
  @ApiOkResponse({ type: ExpertResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: ExpertChanges,
    @CurrentActor() actor: Actor,
  ): Promise<ExpertResponse> {
    return toResponse(await this.experts.amend(id, version, { ...changes }, actor));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Roles('expert', 'administrator')
  @ApiOkResponse({ type: ExpertResponse })
  async pause(@IdParam() id: string, @Body() { reason }: ExpertReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.experts.pause(id, reason, actor));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Roles('expert', 'administrator')
  @ApiOkResponse({ type: ExpertResponse })
  async resume(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ExpertResponse> {
    return toResponse(await this.experts.resume(id, actor));
  }
}
