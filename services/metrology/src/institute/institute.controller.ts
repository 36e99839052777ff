import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CreateInstituteRequest,
  InstituteChanges,
  InstitutePage,
  InstituteQuery,
  InstituteLossRequest,
  InstituteReasonRequest,
  InstituteResponse,
  InstituteSiteRequest,
  toResponse,
} from './institute.dto';
import { InstituteQueries } from './institute.queries';
import { InstituteService } from './institute.service';

@ApiTags('institutes')
@Controller('api/metrology/v1/institutes')
export class InstituteController {
  constructor(
    private readonly institutes: InstituteService,
    private readonly queries: InstituteQueries,
  ) {}

  @Post()
  @Roles('metrology-coordinator', 'administrator')
  @ApiCreatedResponse({ type: InstituteResponse })
  async apply(@Body() body: CreateInstituteRequest, @CurrentActor() actor: Actor): Promise<InstituteResponse> {
    return toResponse(await this.institutes.apply({ ...body }, actor));
  }

  @Get()
  @Roles()
  @ApiOkResponse({ type: InstitutePage })
  async list(@Query() query: InstituteQuery, @CurrentActor() actor: Actor): Promise<InstitutePage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get(':id')
  @Roles()
  @ApiOkResponse({ type: InstituteResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstituteResponse> {
    return toResponse(await this.queries.get(id, actor));
  }

  @Patch(':id')
  @Roles('metrology-coordinator', 'administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: InstituteChanges,
    @CurrentActor() actor: Actor,
  ): Promise<InstituteResponse> {
    return toResponse(await this.institutes.amend(id, version, { ...changes }, actor));
  }

  @Post(':id/sites')
  @Roles('metrology-coordinator', 'administrator')
  @ApiCreatedResponse({ type: InstituteResponse })
  async addSite(@IdParam() id: string, @Body() site: InstituteSiteRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutes.addSite(id, { ...site }, actor));
  }

  @Post(':id/sites/:siteId/close')
  @HttpCode(200)
  @Roles('metrology-coordinator', 'administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async closeSite(@IdParam() id: string, @IdParam('siteId') siteId: string, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutes.closeSite(id, siteId, actor));
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async activate(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstituteResponse> {
    return toResponse(await this.institutes.activate(id, actor));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async refuse(@IdParam() id: string, @Body() { reason }: InstituteReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutes.refuse(id, reason, actor));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async suspend(@IdParam() id: string, @Body() loss: InstituteLossRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutes.suspend(id, { ...loss }, actor));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('metrology-coordinator', 'administrator')
  @ApiOkResponse({ type: InstituteResponse })
  async withdraw(@IdParam() id: string, @Body() loss: InstituteLossRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.institutes.withdraw(id, { ...loss }, actor));
  }
}
