import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  CapabilityBatchRequest,
  CapabilityChanges,
  CapabilityList,
  CapabilityPage,
  CapabilityQuery,
  CapabilityReasonRequest,
  CapabilityResponse,
  toDetails,
  toResponse,
} from './capability.dto';
import { CapabilityQueries } from './capability.queries';
import { CapabilityService } from './capability.service';

@ApiTags('capabilities')
@Controller('api/metrology/v1')
export class CapabilityController {
  constructor(
    private readonly capabilities: CapabilityService,
    private readonly queries: CapabilityQueries,
  ) {}

  @Post('institutes/:id/capabilities')
  @Roles('metrology-coordinator', 'administrator')
  @ApiCreatedResponse({ type: CapabilityList })
  async enter(
    @IdParam() id: string,
    @Body() { capabilities, active = false }: CapabilityBatchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CapabilityList> {
    return { items: (await this.capabilities.enter(id, capabilities.map(toDetails), active, actor)).map(toResponse) };
  }

  @Get('capabilities')
  @Roles()
  @ApiOkResponse({ type: CapabilityPage })
  async list(@Query() query: CapabilityQuery, @CurrentActor() actor: Actor): Promise<CapabilityPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get('capabilities/:id/versions')
  @Roles()
  @ApiOkResponse({ type: CapabilityList, description: 'oldest first' })
  async versions(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CapabilityList> {
    return { items: (await this.queries.versions(id, actor)).map(toResponse) };
  }

  @Patch('capabilities/:id')
  @Roles('metrology-coordinator', 'administrator')
  @ApiOkResponse({ type: CapabilityResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: CapabilityChanges,
    @CurrentActor() actor: Actor,
  ): Promise<CapabilityResponse> {
    return toResponse(await this.capabilities.amend(id, version, { ...changes }, actor));
  }

  @Post('capabilities/:id/activate')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: CapabilityResponse })
  async activate(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CapabilityResponse> {
    return toResponse(await this.capabilities.activate(id, actor));
  }

  @Post('capabilities/:id/suspend')
  @HttpCode(200)
  @Roles('administrator')
  @ApiOkResponse({ type: CapabilityResponse })
  async suspend(@IdParam() id: string, @Body() { reason }: CapabilityReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.capabilities.suspend(id, reason, actor));
  }

  @Post('capabilities/:id/withdraw')
  @HttpCode(200)
  @Roles('metrology-coordinator', 'administrator')
  @ApiOkResponse({ type: CapabilityResponse })
  async withdraw(@IdParam() id: string, @Body() { reason }: CapabilityReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.capabilities.withdraw(id, reason, actor));
  }
}
