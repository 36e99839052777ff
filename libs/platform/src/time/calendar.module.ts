import { Controller, Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { CalendarController, CalendarOwnerController } from './calendar.controller';
import { CalendarService } from './calendar.service';

/** The administrators' calendar, for services that reckon in working days. */
@Module({})
export class CalendarModule {
  /** Where administrators fill it in: `GET` and `PUT /api/<service>/v1/calendar/:year`. */
  static ownedBy(service: string): DynamicModule {
    return calendarAt(service, CalendarOwnerController);
  }

  /** A copy kept by the owner's facts (`CalendarService.take`): `GET /api/<service>/v1/calendar/:year`. */
  static copyIn(service: string): DynamicModule {
    return calendarAt(service, CalendarController);
  }
}

function calendarAt(service: string, controller: Type): DynamicModule {
  // A class per service: the path belongs to the class, and several services may run in one process.
  @Controller(`api/${service}/v1/calendar`)
  class ServiceCalendarController extends controller {}
  Object.defineProperty(ServiceCalendarController, 'name', { value: CalendarController.name });
  const providers = [CalendarService];
  return { module: CalendarModule, controllers: [ServiceCalendarController], providers, exports: providers };
}
