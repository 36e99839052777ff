import { Body, Get, Injectable, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Roles } from '../auth/access';
import type { Actor } from '../auth/actor';
import { IfMatch } from '../http/etag';
import { CalendarYearDto, CalendarYearResponse, YearParam } from './calendar.dto';
import { CalendarService } from './calendar.service';

/** Reads a year. `CalendarModule` gives it a path. */
@ApiTags('calendar')
@Injectable()
export class CalendarController {
  constructor(protected readonly calendar: CalendarService) {}

  /** The days of a year that differ from Monday to Friday. */
  @Get(':year')
  @Roles()
  @ApiOkResponse({ type: CalendarYearResponse })
  get(@Param() { year }: YearParam): Promise<CalendarYearResponse> {
    return this.calendar.get(year);
  }
}

/** Reads and fills in: where the administrators' calendar is kept. */
@ApiTags('calendar')
@Injectable()
export class CalendarOwnerController extends CalendarController {
  /** Fills a year in, replacing what was there. Clocks that run over it are recomputed. */
  @Put(':year')
  @Roles('administrator')
  @ApiOkResponse({ type: CalendarYearResponse })
  put(
    @Param() { year }: YearParam,
    @IfMatch() version: number,
    @Body() dto: CalendarYearDto,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarYearResponse> {
    return this.calendar.fill(year, { seen: version, days: dto.days, by: actor.sub });
  }
}
