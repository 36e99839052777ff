import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CreateInstitutionRequest,
  InstitutionChanges,
  InstitutionPage,
  InstitutionQuery,
  InstitutionResponse,
  LossRequest,
  ReasonRequest,
  SiteChanges,
  SitePath,
  SiteRequest,
  toResponse,
} from './institution.dto';
import { InstitutionQueries } from './institution.queries';
import { InstitutionService } from './institution.service';

@ApiTags('institutions')
@Controller('api/institutions/v1/institutions')
export class InstitutionController {
  constructor(
    private readonly institutions: InstitutionService,
    private readonly queries: InstitutionQueries,
  ) {}

  @Post()
  @Roles('coordinator', 'administrator')
  @ApiCreatedResponse({ type: InstitutionResponse })
  async apply(@Body() body: CreateInstitutionRequest, @CurrentActor() actor: Actor): Promise<InstitutionResponse> {
    return toResponse(await this.institutions.apply(body, actor));
  }

  @Get()
  @Roles()
  @ApiOkResponse({ type: InstitutionPage })
  async list(@Query() query: InstitutionQuery, @CurrentActor() actor: Actor): Promise<InstitutionPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get(':id')
  @Roles()
  @ApiOkResponse({ type: InstitutionResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstitutionResponse> {
    return toResponse(await this.queries.get(id, actor));
  }

  @Patch(':id')
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: InstitutionChanges,
    @CurrentActor() actor: Actor,
  ): Promise<InstitutionResponse> {
    return toResponse(await this.institutions.amend(id, version, { ...changes }, actor));
  }

  @Post(':id/sites')
  @Roles('coordinator', 'administrator')
  @ApiCreatedResponse({ type: InstitutionResponse })
  async addSite(@IdParam() id: string, @Body() site: SiteRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutions.addSite(id, { ...site }, actor));
  }

  @Patch(':id/sites/:siteId')
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async amendSite(
    @Param() { id, siteId }: SitePath,
    @IfMatch() version: number,
    @Body() changes: SiteChanges,
    @CurrentActor() actor: Actor,
  ): Promise<InstitutionResponse> {
    const site = { id: siteId, changes: { ...changes } };
    return toResponse(await this.institutions.amendSite(id, version, site, actor));
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async activate(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstitutionResponse> {
    return toResponse(await this.institutions.activate(id, actor));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async refuse(@IdParam() id: string, @Body() { reason }: ReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutions.refuse(id, reason, actor));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async suspend(@IdParam() id: string, @Body() loss: LossRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutions.suspend(id, { ...loss }, actor));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('coordinator', 'administrator')
  @ApiOkResponse({ type: InstitutionResponse })
  async withdraw(@IdParam() id: string, @Body() loss: LossRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutions.withdraw(id, { ...loss }, actor));
  }
}
