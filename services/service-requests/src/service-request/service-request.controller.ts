import { Body, Controller, Get, Header, Headers, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, IfMatch, languageOf, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { LifeLinePage, LifeLineQuery, type LifeLineEntryResponse } from '../life-line/life-line.dto';
import { LifeLines } from '../life-line/life-line.service';
import { refusalReasons, returnReasons } from './coded-reasons';
import {
  CreateRequestDto,
  ItemiseDto,
  PatchRequestDto,
  RefuseDto,
  RequestQuery,
  ReturnDto,
  SaveRequestDto,
} from './service-request.dto';
import { RequestQueries, type RequestCounts } from './service-request.queries';
import { ServiceRequests } from './service-request.service';
import { RequestPage, RequestResponse, type RequestSummary } from './service-request.view';
import { Slips } from './slips';

@ApiTags('service-requests')
@Controller(`${API}/service-requests`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class ServiceRequestController {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly queries: RequestQueries,
    private readonly lifeLines: LifeLines,
    private readonly slips: Slips,
  ) {}

  @Get()
  @ApiOkResponse({ type: RequestPage })
  list(@Query() query: RequestQuery, @CurrentActor() actor: Actor): Promise<Page<RequestSummary>> {
    return this.queries.list(query, actor);
  }

  @Get('counts')
  counts(@Query() { platformId }: RequestQuery, @CurrentActor() actor: Actor): Promise<RequestCounts> {
    return this.queries.counts(platformId === undefined ? {} : { platformId }, actor);
  }

  /** The coded reasons of returning and refusing, with a sentence for the firm and a hint how to go on. */
  @Get('reasons')
  reasons(): { returned: typeof returnReasons; refused: typeof refusalReasons } {
    return { returned: returnReasons, refused: refusalReasons };
  }

  @Get(':id')
  @ApiOkResponse({ type: RequestResponse })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.queries.get(id, actor);
  }

  @Get(':id/life-line')
  @ApiOkResponse({ type: LifeLinePage })
  async lifeLine(
    @IdParam() id: string,
    @Query() query: LifeLineQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<LifeLineEntryResponse>> {
    return this.lifeLines.list((await this.requests.getFor(actor, id)).id, query);
  }

  /** A page to print, in the language asked for. */
  @Get(':id/slip')
  @ApiProduces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  async slip(
    @IdParam() id: string,
    @Headers('accept-language') language: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.slips.print(await this.requests.getFor(actor, id), languageOf(language));
  }

  @Post()
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  async create(@Body() dto: CreateRequestDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.queries.view(await this.requests.create(dto, actor));
  }

  @Put(':id')
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  async save(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: SaveRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.queries.view(await this.requests.save(id, version, dto, actor));
  }

  @Patch(':id')
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  async patch(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() dto: PatchRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.queries.view(await this.requests.patch(id, version, dto, actor));
  }

  @Post(':id/copy')
  @Roles('applicant', 'quality-manager', 'clerk', 'steward')
  async copy(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    return this.queries.view(await this.requests.copy(id, actor));
  }

  /** Changes nothing: dates, what still hinders submission, and hints, as the answer to every save has them too. */
  @Post(':id/check')
  @HttpCode(200)
  async check(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Pick<RequestResponse, 'plan' | 'missing' | 'hints'>> {
    const { plan, missing, hints } = await this.queries.get(id, actor);
    return { plan, missing, hints };
  }

  @Post(':id/itemise')
  @HttpCode(200)
  @Roles('clerk', 'steward')
  async itemise(
    @IdParam() id: string,
    @Body() dto: ItemiseDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestResponse> {
    return this.queries.view(await this.requests.itemise(id, dto.lines, actor));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Roles('clerk', 'steward')
  async return(@IdParam() id: string, @Body() dto: ReturnDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    const { reasonCode, note = null, fields } = dto;
    return this.queries.view(await this.requests.returnForCorrection(id, { reasonCode, note, fields }, actor));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Roles('clerk', 'steward')
  async refuse(@IdParam() id: string, @Body() dto: RefuseDto, @CurrentActor() actor: Actor): Promise<RequestResponse> {
    const { reasonCode, note = null } = dto;
    return this.queries.view(await this.requests.refuse(id, { reasonCode, note }, actor));
  }
}
