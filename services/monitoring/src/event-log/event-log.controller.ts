import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Roles, type Page } from '@qi/platform';
import { API } from '../api';
import { EventPage, EventQuery, type LoggedEvent } from './event-log.dto';
import { EventLogQueries } from './event-log.queries';

@ApiTags('event log')
@Controller(`${API}/events`)
export class EventLogController {
  constructor(private readonly log: EventLogQueries) {}

  /** Every event of the platform in time order. For auditors: it shows all firms. */
  @Get()
  @Roles('auditor', 'operator')
  @ApiOkResponse({ type: EventPage })
  list(@Query() query: EventQuery): Promise<Page<LoggedEvent>> {
    return this.log.list(query);
  }
}
