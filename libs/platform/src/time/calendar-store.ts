import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { CalendarDay } from '@qi/kernel';
import { DataSource } from 'typeorm';
import { CurrentCalendar } from './current-calendar';

export type CalendarListener = (year: number) => Promise<void>;

/** Another replica may have changed the table. */
const RELOAD_EVERY_MS = 30_000;

/** Reads the administrators' calendar into the running service, and tells whoever reckons with it of changes. */
@Injectable()
export class CalendarStore implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Calendar');
  private readonly listeners: CalendarListener[] = [];
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
}
