import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { CalendarDay } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CurrentCalendar } from './current-calendar';

export type CalendarListener = (year: number) => Promise<void>;
/** Runs in the transaction that fills the year in. `filling.version` is the one it has now. */
export type CalendarWriter = (tx: EntityManager, year: number, filling: CalendarFilling) => Promise<void>;

export interface CalendarFilling {
  /** How often the year was filled in or changed, this time included. */
  readonly version: number;
  readonly days: readonly CalendarDay[];
  readonly by: string;
  readonly at: Date;
}

/** Another replica may have changed the table. */
const RELOAD_EVERY_MS = 30_000;

/** The administrators' calendar: its rows, the copy the running service reckons with, and who is told of changes. */
@Injectable()
export class CalendarStore implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Calendar');
  private readonly listeners: CalendarListener[] = [];
  private readonly writers: CalendarWriter[] = [];
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly calendar: CurrentCalendar,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load();
    this.timer = setInterval(() => {
      this.load().catch((error: unknown) => this.logger.warn(error));
    }, RELOAD_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Called at least once per change, in one of the replicas, when the new calendar is in use. Throwing tries it again. */
  onChange(listener: CalendarListener): void {
    this.listeners.push(listener);
  }

  /** For what has to be written together with the calendar: the fact that tells the other services. */
  onFill(writer: CalendarWriter): void {
    this.writers.push(writer);
  }

  async tell(year: number): Promise<void> {
    for (const listener of this.listeners) await listener(year);
  }

  async load(): Promise<void> {
    const years = await this.dataSource.query<{ year: number }[]>('select year from calendar_year order by year');
    const days = await this.dataSource.query<CalendarDay[]>(
      'select day as date, works as working, name from calendar_day order by day',
    );
    const filled = years.map(({ year }) => year);
    this.calendar.use(days, filled);
  }

  async read(year: number): Promise<{ version: number; days: CalendarDay[]; provisional: boolean }> {
    const days = await this.dataSource.query<CalendarDay[]>(
      'select day as date, works as working, name from calendar_day where year = $1 order by day',
      [year],
    );
    const version = await versionOf(this.dataSource.manager, year);
    return { version, days, provisional: this.calendar.isProvisional(`${year}-06-01`) };
  }

  /** The year's version, 0 when nobody has filled it in; held until the transaction ends, also when there is no row yet. */
  async lockYear(tx: EntityManager, year: number): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('calendar_year'), $1)`, [year]);
    return versionOf(tx, year);
  }

  async replace(tx: EntityManager, year: number, filling: CalendarFilling): Promise<void> {
    const { version, days, by, at } = filling;
    await tx.query('delete from calendar_year where year = $1', [year]);
    await tx.query('insert into calendar_year (year, version, changed_by, changed_at) values ($1, $2, $3, $4)', [
      ...[year, version],
      ...[by, at],
    ]);
    await tx.query(
      `insert into calendar_day (year, day, works, name)
       select $1, day, works, name from unnest($2::date[], $3::boolean[], $4::text[]) as d (day, works, name)`,
      [year, days.map(({ date }) => date), days.map(({ working }) => working), days.map(({ name }) => name ?? '')],
    );
    for (const writer of this.writers) await writer(tx, year, filling);
  }
}

async function versionOf(db: EntityManager, year: number): Promise<number> {
  const rows = await db.query<{ version: number }[]>('select version from calendar_year where year = $1', [year]);
  return rows[0]?.version ?? 0;
}
