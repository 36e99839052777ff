import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems, publishedDays } from '@qi/kernel';
import type { CalendarDay, Clock } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { assertVersion } from '../http/etag';
import { CalendarStore } from './calendar-store';
import type { CalendarYearResponse } from './calendar.dto';
import { CurrentCalendar } from './current-calendar';
import { OnTimer } from './on-timer';
import { Timers } from './timers';

const CHANGED = 'platform-calendar-changed';

const calendarYearProblem = problems('calendar-year', {
  'other-year': { kind: 'invalid', zh: '日期 {date} 不属于 {year} 年', en: '{date} does not belong to {year}' },
  'day-twice': { kind: 'invalid', zh: '日期 {date} 出现多次', en: '{date} is there more than once' },
});

interface Filling {
  readonly version: number;
  readonly days: readonly CalendarDay[];
  readonly by: string;
}

@Injectable()
export class CalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly store: CalendarStore,
    private readonly current: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(year: number): Promise<CalendarYearResponse> {
    const version = await this.versionOf(this.dataSource.manager, year);
    const days = version === 0 ? publishedDays(year) : await this.daysOf(year);
    return { year, version, provisional: this.current.isProvisional(`${year}-06-01`), days: [...days] };
  }

  async fill(year: number, filling: Filling): Promise<CalendarYearResponse> {
    check(year, filling.days);
    await this.transactions.run(async (tx) => {
      // Also when there is no row to lock yet.
      await tx.query(`select pg_advisory_xact_lock(hashtext('calendar_year'), $1)`, [year]);
      assertVersion({ version: await this.versionOf(tx, year) }, filling.version);
      await this.replace(tx, year, filling);
      // A timer and not a call: listeners hear of it even when the process dies after the commit.
      await this.timers.schedule(tx, { key: CHANGED, task: CHANGED, payload: { year }, at: this.clock.now() });
    });
    await this.store.load();
    return this.get(year);
  }

  @OnTimer(CHANGED)
  async changed({ year }: { year: number }): Promise<void> {
    await this.store.load();
    await this.store.tell(year);
  }

  private async replace(tx: EntityManager, year: number, { version, days, by }: Filling): Promise<void> {
    await tx.query('delete from calendar_year where year = $1', [year]);
    await tx.query('insert into calendar_year (year, version, changed_by, changed_at) values ($1, $2, $3, $4)', [
      ...[year, version + 1],
      ...[by, this.clock.now()],
    ]);
    await tx.query(
      `insert into calendar_day (year, day, works, name)
       select $1, day, works, name from unnest($2::date[], $3::boolean[], $4::text[]) as d (day, works, name)`,
      [year, days.map(({ date }) => date), days.map(({ working }) => working), days.map(({ name }) => name ?? '')],
    );
  }

  private async versionOf(db: EntityManager, year: number): Promise<number> {
    const rows = await db.query<{ version: number }[]>('select version from calendar_year where year = $1', [year]);
    return rows[0]?.version ?? 0;
  }

  private daysOf(year: number): Promise<CalendarDay[]> {
    const sql = 'select day as date, works as working, name from calendar_day where year = $1 order by day';
    return this.dataSource.query<CalendarDay[]>(sql, [year]);
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
