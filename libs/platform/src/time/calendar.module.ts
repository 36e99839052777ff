import { Controller, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { CalendarService } from './calendar.service';

/** The administrators' calendar, for services that reckon in working days. */
@Module({})
export class CalendarModule {
  /** At `/api/<service>/v1/calendar/:year`. */
  static forService(service: string): DynamicModule {
    // A class per service: the path belongs to the class, and several services may run in one process.
    @Controller(`api/${service}/v1/calendar`)
    class ServiceCalendarController extends CalendarController {}
    Object.defineProperty(ServiceCalendarController, 'name', { value: CalendarController.name });
    return { module: CalendarModule, controllers: [ServiceCalendarController], providers: [CalendarService] };
  }
}
