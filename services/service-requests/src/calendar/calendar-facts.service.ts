import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarYearFilledV1 } from '@qi/contracts';
import { Outbox } from '@qi/messaging';
import { CalendarStore } from '@qi/platform';

/** Tells every other service what an administrator filled in, in the transaction that fills it in. */
@Injectable()
export class CalendarFacts implements OnModuleInit {
  constructor(
    private readonly store: CalendarStore,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.store.onFill((tx, year, { version, days, by, at }) => {
      const listed = days.map(({ date, working, name }) => ({ date, working, ...(name ? { name } : {}) }));
      const fact = CalendarYearFilledV1.of({ year, version, days: listed, by, at: at.toISOString() });
      return this.outbox.add(tx, [fact]);
    });
  }
}
