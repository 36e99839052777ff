import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles, type Actor, type Page } from '@qi/platform';
import { API } from '../api';
import { DeliverablePage, DeliverableQuery, type DeliverableResponse } from './deliverable.dto';
import { DeliverableQueries } from './deliverable.queries';

@ApiTags('deliverables')
@Controller(`${API}/deliverables`)
@Roles('applicant', 'quality-manager', 'finance', 'clerk', 'steward', 'administrator', 'auditor')
export class DeliverableController {
  constructor(private readonly queries: DeliverableQueries) {}

  /** Reports and certificates of all requests that the caller may see; the files are with the providers of the jobs. */
  @Get()
  @ApiOkResponse({ type: DeliverablePage })
  list(@Query() query: DeliverableQuery, @CurrentActor() actor: Actor): Promise<Page<DeliverableResponse>> {
    return this.queries.list(query, actor);
  }
}
