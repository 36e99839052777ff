import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { CalendarDay } from '@qi/kernel';
import { DataSource } from 'typeorm';
import { CurrentCalendar } from './current-calendar';

/** Reads the administrators' calendar into the running service. */
@Injectable()
export class CalendarStore implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendar: CurrentCalendar,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  async load(): Promise<void> {
    const years = await this.dataSource.query<{ year: number }[]>('select year from calendar_year order by year');
    const days = await this.dataSource.query<CalendarDay[]>(
      'select day as date, works as working, name from calendar_day order by day',
    );
    this.calendar.use(
      days,
      years.map(({ year }) => year),
    );
  }
}
