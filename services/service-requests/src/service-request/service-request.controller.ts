import { Controller, Get, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IdParam, languageOf, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { LifeLines } from '../life-line/life-line.service';
import { LifeLinePage, LifeLineQuery, type LifeLineEntryResponse } from '../life-line/life-line.view';
import { Slips } from '../slip/slips.service';
import { refusalReasons, returnReasons } from './coded-reasons';
import { CheckResponse, CountsResponse, ReasonsResponse } from './request-parts.response';
import { RequestQuery } from './service-request.dto';
import { RequestQueries, type RequestCounts } from './service-request.queries';
import { ServiceRequests } from './service-request.service';
import { RequestPage, RequestResponse, type RequestSummary } from './service-request.view';

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
  @ApiOkResponse({ type: CountsResponse })
  counts(@Query() { platformId }: RequestQuery, @CurrentActor() actor: Actor): Promise<RequestCounts> {
    return this.queries.counts(platformId === undefined ? {} : { platformId }, actor);
  }

  /** The coded reasons of returning and refusing, with a sentence for the firm and a hint how to go on. */
  @Get('reasons')
  @ApiOkResponse({ type: ReasonsResponse })
  reasons(): ReasonsResponse {
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
  @ApiOkResponse({ type: String })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  async slip(
    @IdParam() id: string,
    @Headers('accept-language') language: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.slips.print(await this.requests.getFor(actor, id), languageOf(language));
  }

  /** Changes nothing: dates, what still hinders submission, and hints, as the answer to every save has them too. */
  @Post(':id/check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckResponse })
  async check(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CheckResponse> {
    const { plan, missing, hints } = await this.queries.get(id, actor);
    return { plan, missing, hints };
  }
}
