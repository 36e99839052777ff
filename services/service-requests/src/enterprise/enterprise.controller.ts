import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { parseUscc } from '@qi/kernel';
import { CurrentActor, IdParam, IfMatch, Roles, type Actor, type Page } from '@qi/platform';
import {
  EnterprisePage,
  EnterpriseQuery,
  EnterpriseResponse,
  profileOf,
  RegisterEnterpriseDto,
  ReviseEnterpriseDto,
  SuspendEnterpriseDto,
  toResponse,
} from './enterprise.dto';
import { API } from '../api';
import { EnterpriseQueries } from './enterprise.queries';
import { Enterprises } from './enterprise.service';

@ApiTags('enterprises')
@Controller(`${API}/enterprises`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class EnterpriseController {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly queries: EnterpriseQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: EnterprisePage })
  list(@Query() query: EnterpriseQuery, @CurrentActor() actor: Actor): Promise<Page<EnterpriseResponse>> {
    return this.queries.list(query, actor);
  }

  @Get(':id')
  @ApiOkResponse({ type: EnterpriseResponse })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<EnterpriseResponse> {
    return this.queries.get(id, actor);
  }

  @Post()
  @Roles('applicant', 'clerk', 'administrator')
  @ApiCreatedResponse({ type: EnterpriseResponse })
  async register(@Body() dto: RegisterEnterpriseDto, @CurrentActor() actor: Actor): Promise<EnterpriseResponse> {
    return toResponse(await this.enterprises.register(parseUscc(dto.uscc).value, profileOf(dto), actor));
  }

  @Put(':id')
  @Roles('applicant', 'quality-manager', 'clerk', 'administrator')
  @ApiOkResponse({ type: EnterpriseResponse })
  async revise(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: ReviseEnterpriseDto,
    @CurrentActor() actor: Actor,
  ): Promise<EnterpriseResponse> {
    return toResponse(await this.enterprises.revise(id, version, profileOf(dto), actor));
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Roles('clerk', 'administrator')
  @ApiOkResponse({ type: EnterpriseResponse })
  async verify(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<EnterpriseResponse> {
    return toResponse(await this.enterprises.verify(id, actor));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Roles('clerk', 'administrator')
  @ApiOkResponse({ type: EnterpriseResponse })
  async suspend(
    @IdParam() id: string,
    @Body() { reason }: SuspendEnterpriseDto,
    @CurrentActor() actor: Actor,
  ): Promise<EnterpriseResponse> {
    return toResponse(await this.enterprises.suspend(id, reason, actor));
  }
}
