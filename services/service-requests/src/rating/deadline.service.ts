import { Injectable } from '@nestjs/common';
import { CurrentCalendar } from '@qi/platform';
import { DataSource } from 'typeorm';
import { Clocks } from '../time-limit/clocks.service';
import { RATING_WINDOW_DAYS, type Rateable } from './rating';

/** When the time for rating ends. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly clocks: Clocks,
    private readonly calendar: CurrentCalendar,
    private readonly dataSource: DataSource,
  ) {}

  /** The request's own clock, which may have been extended; reckoned where the request is closed and it has stopped. */
  async of({ id, completedAt }: Rateable): Promise<Date | undefined> {
    if (!completedAt) return undefined;
    const clock = await this.clocks.find(this.dataSource.manager, id, 'rating');
    return clock?.dueAt ?? this.calendar.addWorkingDays(completedAt, RATING_WINDOW_DAYS).at;
  }
}
