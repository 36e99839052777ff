import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { CalendarController } from './calendar.controller';
import { CalendarService } from './calendar.service';

/** The administrators' calendar, for services that reckon in working days. */
@Module({ controllers: [CalendarController], providers: [CalendarService] })
export class CalendarModule {
  /** At `/api/<service>/v1/calendar/:year`. */
  static forService(service: string): DynamicModule {
    return {
      module: CalendarModule,
      imports: [RouterModule.register([{ path: `api/${service}/v1`, module: CalendarModule }])],
    };
  }
}
