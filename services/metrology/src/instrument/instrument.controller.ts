import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, Roles } from '@qi/platform';
import type { Actor } from '@qi/platform';
import {
  EnterInstrumentRequest,
  InstrumentCertificateRequest,
  InstrumentChanges,
  InstrumentPage,
  InstrumentQuery,
  InstrumentReasonRequest,
  InstrumentResponse,
  toChanges,
  toDetails,
  toResponse,
} from './instrument.dto';
import { InstrumentQueries } from './instrument.queries';
import { InstrumentService } from './instrument.service';

@ApiTags('instruments')
@Controller('api/metrology/v1/instruments')
export class InstrumentController {
  constructor(
    private readonly instruments: InstrumentService,
    private readonly queries: InstrumentQueries,
  ) {}

  @Post()
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiCreatedResponse({ type: InstrumentResponse })
  async enter(@Body() body: EnterInstrumentRequest, @CurrentActor() actor: Actor): Promise<InstrumentResponse> {
    return toResponse(await this.instruments.enter(toDetails(body), actor));
  }

  @Get()
  @Roles('applicant', 'quality-manager', 'administrator', 'finance', 'clerk', 'steward', 'auditor')
  @ApiOkResponse({ type: InstrumentPage })
  async list(@Query() query: InstrumentQuery, @CurrentActor() actor: Actor): Promise<InstrumentPage> {
    const { items, ...rest } = await this.queries.list(query, actor);
    return { items: items.map(toResponse), ...rest };
  }

  @Get(':id')
  @Roles('applicant', 'quality-manager', 'administrator', 'finance', 'clerk', 'steward', 'auditor')
  @ApiOkResponse({ type: InstrumentResponse })
  async get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstrumentResponse> {
    return toResponse(await this.queries.get(id, actor));
  }

  @Patch(':id')
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async amend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() changes: InstrumentChanges,
    @CurrentActor() actor: Actor,
  ): Promise<InstrumentResponse> {
    return toResponse(await this.instruments.amend(id, version, toChanges(changes), actor));
  }

  @Post(':id/send')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async send(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstrumentResponse> {
    return toResponse(await this.instruments.send(id, actor));
  }

  @Post(':id/take-back')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async takeBack(
    @IdParam() id: string,
    @Body() certificate: InstrumentCertificateRequest,
    @CurrentActor() actor: Actor,
  ): Promise<InstrumentResponse> {
    return toResponse(await this.instruments.takeBack(id, certificate, actor));
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async stop(@IdParam() id: string, @Body() { reason }: InstrumentReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.instruments.stop(id, reason, actor));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async resume(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<InstrumentResponse> {
    return toResponse(await this.instruments.resume(id, actor));
  }

  @Post(':id/scrap')
  @HttpCode(200)
  @Roles('applicant', 'quality-manager', 'administrator')
  @ApiOkResponse({ type: InstrumentResponse })
  async scrap(@IdParam() id: string, @Body() { reason }: InstrumentReasonRequest, @CurrentActor() actor: Actor) {
    return toResponse(await this.instruments.scrap(id, reason, actor));
  }
}
