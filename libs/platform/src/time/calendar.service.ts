import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems, publishedDays } from '@qi/kernel';
import type { CalendarDay, Clock } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { assertVersion } from '../http/etag';
import { CalendarStore } from './calendar-store';
import type { CalendarFilling } from './calendar-store';
import type { CalendarYearResponse } from './calendar.dto';
import { OnTimer } from './on-timer';
import { Timers } from './timers';

const CHANGED = 'platform-calendar-changed';

const calendarYearProblem = problems('calendar-year', {
  'other-year': { kind: 'invalid', zh: '日期 {date} 不属于 {year} 年', en: '{date} does not belong to {year}' },
  'day-twice': { kind: 'invalid', zh: '日期 {date} 出现多次', en: '{date} is there more than once' },
});

/** `seen` is the version that the administrator looked at. */
type Filling = Pick<CalendarFilling, 'days' | 'by'> & { readonly seen: number };

@Injectable()
export class CalendarService {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly store: CalendarStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(year: number): Promise<CalendarYearResponse> {
    const { version, days, provisional } = await this.store.read(year);
    return { year, version, provisional, days: [...(version === 0 ? publishedDays(year) : days)] };
  }

  async fill(year: number, { seen, days, by }: Filling): Promise<CalendarYearResponse> {
    check(year, days);
    await this.transactions.run(async (tx) => {
      assertVersion({ version: await this.store.lockYear(tx, year) }, seen);
      await this.write(tx, year, { version: seen + 1, days, by, at: this.clock.now() });
    });
    await this.store.load();
    return this.get(year);
  }

  /** A year as another service's administrators filled it in; one that is known already, or newer here, stays. */
  async take(tx: EntityManager, year: number, filling: CalendarFilling): Promise<void> {
    if ((await this.store.lockYear(tx, year)) < filling.version) await this.write(tx, year, filling);
  }

  private async write(tx: EntityManager, year: number, filling: CalendarFilling): Promise<void> {
    await this.store.replace(tx, year, filling);
    // A timer and not a call: listeners hear of it even when the process dies after the commit.
    const timer = { task: CHANGED, payload: { year }, at: this.clock.now() };
    await this.timers.schedule(tx, { key: `${CHANGED}:${year}`, ...timer });
  }

  @OnTimer(CHANGED)
  async changed({ year }: { year: number }): Promise<void> {
    await this.store.load();
    await this.store.tell(year);
  }
}

function check(year: number, days: readonly CalendarDay[]): void {
  const seen = new Set<string>();
  for (const { date } of days) {
    if (!date.startsWith(`${year}-`)) throw calendarYearProblem['other-year']({ date, year });
    if (seen.has(date)) throw calendarYearProblem['day-twice']({ date });
    seen.add(date);
  }
}
