import { Injectable } from '@nestjs/common';
import { CalendarYearFilledV1 } from '@qi/contracts';
import { Handles } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import { CalendarService } from '@qi/platform';
import type { EntityManager } from 'typeorm';

/** Keeps the copy of the administrators' calendar, which the window owns. */
@Injectable()
export class CalendarConsumer {
  constructor(private readonly calendar: CalendarService) {}

  @Handles(CalendarYearFilledV1)
  filled({ data }: ReceivedEvent<typeof CalendarYearFilledV1>, tx: EntityManager): Promise<void> {
    const { year, version, days, by, at } = data;
    return this.calendar.take(tx, year, { version, days, by, at: new Date(at) });
  }
}
