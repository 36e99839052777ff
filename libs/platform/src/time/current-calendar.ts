import { Injectable } from '@nestjs/common';
import { chinaCalendar } from '@qi/kernel';
import type { CalendarDay, Reckoned, WorkCalendar } from '@qi/kernel';

/** The working-day calendar as it is now: the published one, with what administrators have changed or filled in. */
@Injectable()
export class CurrentCalendar implements WorkCalendar {
  private calendar: WorkCalendar = chinaCalendar();

  /** Takes over the administrators' table. */
  use(days: readonly CalendarDay[], filledYears: readonly number[]): void {
    this.calendar = chinaCalendar(days, { filledYears });
  }

  get minutesPerDay(): number {
    return this.calendar.minutesPerDay;
  }

  isWorkingDay(date: string | Date): boolean {
    return this.calendar.isWorkingDay(date);
  }

  isProvisional(date: string | Date): boolean {
    return this.calendar.isProvisional(date);
  }

  addWorkingDays(from: Date, days: number): Reckoned {
    return this.calendar.addWorkingDays(from, days);
  }

  addWorkingMinutes(from: Date, minutes: number): Reckoned {
    return this.calendar.addWorkingMinutes(from, minutes);
  }

  workingMinutesBetween(a: Date, b: Date): number {
    return this.calendar.workingMinutesBetween(a, b);
  }
}
