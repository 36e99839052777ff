import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Public, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  PublicScopeLineQuery,
  ScopeLineBatchRequest,
  ScopeLineChanges,
  ScopeLineIdsRequest,
  ScopeLineList,
  ScopeLinePage,
  ScopeLineQuery,
  ScopeLineReasonRequest,
  ScopeLineResponse,
  toDetails,
  toResponse,
} from './scope-line.dto';
import { ScopeLineQueries } from './scope-line.queries';
import { ScopeLineService } from './scope-line.service';

@ApiTags('scope-lines')
@Controller('api/institutions/v1')
export class ScopeLineController {
  constructor(
    private readonly lines: ScopeLineService,
    private readonly queries: ScopeLineQueries,
  ) {}

  @Post('institutions/:id/scope-lines')
  @Roles('coordinator', 'administrator')
  @ApiCreatedResponse({ type: ScopeLineList })
  async enter(
    @IdParam() id: string,
    @Body() { lines, active = false }: ScopeLineBatchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ScopeLineList> {
    return { items: (await this.lines.enter(id, lines.map(toDetails), active, actor)).map(toResponse) };
  }

  @Post('institutions/:id/scope-lines/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: ScopeLineList })
  async activateMany(@IdParam() id: string, @Body() { ids }: ScopeLineIdsRequest, @CurrentActor() actor: Actor) {
    return { items: (await this.lines.activateMany(id, ids, actor)).map(toResponse) };
  }

  @Get('scope-lines')
  @Roles()
  @ApiOkResponse({ type: ScopeLinePage })
  async list(@Query() query: ScopeLineQuery, @CurrentActor() actor: Actor): Promise<ScopeLinePage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get('public/scope-lines')
  @Public()
  @ApiOkResponse({ type: ScopeLinePage, description: 'what active institutions may do today' })
  async listUsable(@Query() query: PublicScopeLineQuery): Promise<ScopeLinePage> {
    const { items, ...rest } = await this.queries.listUsable(query);
    return { items: items.map(toResponse), ...rest };
  }

  @Get('scope-lines/:id/versions')
  @Roles()
  @ApiOkResponse({ type: ScopeLineList })
  async versions(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ScopeLineList> {
    return { items: (await this.queries.versions(id, actor)).map(toResponse) };
  }

  @Patch('scope-lines/:id')
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: ScopeLineResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: ScopeLineChanges,
    @CurrentActor() actor: Actor,
  ): Promise<ScopeLineResponse> {
    return toResponse(await this.lines.amend(id, version, { ...changes }, actor));
  }

  @Post('scope-lines/:id/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: ScopeLineResponse })
  async activate(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ScopeLineResponse> {
    return toResponse(await this.lines.activate(id, actor));
  }

  @Post('scope-lines/:id/suspend')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: ScopeLineResponse })
  async suspend(@IdParam() id: string, @Body() { reason }: ScopeLineReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.lines.suspend(id, reason, actor));
  }

  @Post('scope-lines/:id/withdraw')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: ScopeLineResponse })
  async withdraw(@IdParam() id: string, @Body() { reason }: ScopeLineReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.lines.withdraw(id, reason, actor));
  }
}
