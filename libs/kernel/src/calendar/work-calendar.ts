import { calendarProblem, dayNumber, instant, locate, minutesOf, yearOf } from './business-date';
import { publishedDays, publishedYears } from './published-days';
import type { CalendarDay } from './published-days';
import { workingDays } from './working-days';
import type { WorkingDays } from './working-days';

/** An instant reckoned on the calendar; `provisional` when a year on the way has no published or filled-in arrangement. */
export interface Reckoned {
  readonly at: Date;
  readonly provisional: boolean;
}

/**
 * Working time in Asia/Shanghai. Working hours are closed intervals, 09:00–17:00 unless set otherwise; time outside them
 * does not count. Zero days or minutes give `from` itself; negative ones reckon backwards. Throws `calendar/…`.
 */
export interface WorkCalendar {
  /** Length of a working day, 480 by default. */
  readonly minutesPerDay: number;
  isWorkingDay(date: string | Date): boolean;
  /** Whether the day's year has no published or filled-in arrangement, so that Monday–Friday is only assumed. */
  isProvisional(date: string | Date): boolean;
  /**
   * The same clock time, `days` working days on. A time outside working hours is first brought into them: before opening
   * to the opening, after closing to the closing of the same day. From a day off the last closing counts (reckoning
   * backwards: the next opening), so 2 days from a Saturday end on Tuesday at closing.
   */
  addWorkingDays(from: Date, days: number): Reckoned;
  /** The earliest instant (reckoning backwards: the latest) that lies so many working minutes from `from`. */
  addWorkingMinutes(from: Date, minutes: number): Reckoned;
  /** Whole working minutes from `a` to `b`, cut off towards zero; negative when `b` is before `a`. */
  workingMinutesBetween(a: Date, b: Date): number;
}

export interface CalendarOptions {
  /**
   * Years that an administrator has filled in completely. Without it, a year counts as filled when the overrides give
   * both 1 January and 1 October of it as days off: a single extra closing does not make a year known.
   */
  readonly filledYears?: readonly number[];
  readonly opens?: string;
  readonly closes?: string;
}

const MINUTE_MS = 60_000;

/**
 * The calendar of China: published holidays and make-up days, changed and continued by an administrator's table (the
 * last entry for a date wins). Years that neither knows count Monday–Friday and make every result provisional.
 */
export function chinaCalendar(overrides: readonly CalendarDay[] = [], options: CalendarOptions = {}): WorkCalendar {
  const opens = minutesOf(options.opens ?? '09:00') * MINUTE_MS;
  const length = minutesOf(options.closes ?? '17:00') * MINUTE_MS - opens;
  if (!(length > 0)) throw calendarProblem['malformed-time']({ value: `${options.opens}–${options.closes}` });
  const filled = options.filledYears ?? completeYears(overrides);
  const known = new Set([...publishedYears(), ...filled]);
  return new ShiftCalendar(workingDays([...publishedDays(), ...overrides]), known, opens, length);
}

function completeYears(overrides: readonly CalendarDay[]): number[] {
  const off = new Set(overrides.filter(({ working }) => !working).map(({ date }) => date));
  return [...off]
    .filter((date) => date.endsWith('-10-01') && off.has(`${date.slice(0, 4)}-01-01`))
    .map((date) => Number(date.slice(0, 4)));
}

/** One shift a day, of equal length: working time is then one number line, on which adding and subtracting is arithmetic. */
class ShiftCalendar implements WorkCalendar {
  readonly minutesPerDay: number;

  constructor(
    private readonly days: WorkingDays,
    private readonly known: ReadonlySet<number>,
    private readonly opens: number,
    private readonly length: number,
  ) {
    this.minutesPerDay = length / MINUTE_MS;
  }

  isWorkingDay(date: string | Date): boolean {
    return this.days.isWorking(dayOf(date));
  }

  isProvisional(date: string | Date): boolean {
    return !this.known.has(yearOf(dayOf(date)));
  }

  addWorkingDays(from: Date, days: number): Reckoned {
    if (!Number.isInteger(days)) throw calendarProblem['not-a-number']({ value: days });
    if (days === 0) return this.unmoved(from);
    const { day, msOfDay } = locate(from);
    const index = this.days.countBefore(day) + days;
    if (this.days.isWorking(day)) return this.reckoned(from, this.days.dayAt(index), this.within(msOfDay));
    return days > 0
      ? this.reckoned(from, this.days.dayAt(index - 1), this.length)
      : this.reckoned(from, this.days.dayAt(index), 0);
  }

  addWorkingMinutes(from: Date, minutes: number): Reckoned {
    if (!Number.isFinite(minutes)) throw calendarProblem['not-a-number']({ value: minutes });
    if (minutes === 0) return this.unmoved(from);
    const position = this.position(from) + Math.round(minutes * MINUTE_MS);
    const index = minutes > 0 ? Math.ceil(position / this.length) - 1 : Math.floor(position / this.length);
    return this.reckoned(from, this.days.dayAt(index), position - index * this.length);
  }

  workingMinutesBetween(a: Date, b: Date): number {
    const minutes = Math.trunc((this.position(b) - this.position(a)) / MINUTE_MS);
    return minutes === 0 ? 0 : minutes;
  }

  /** Working milliseconds since 1970. */
  private position(at: Date): number {
    const { day, msOfDay } = locate(at);
    const today = this.days.isWorking(day) ? this.within(msOfDay) : 0;
    return this.days.countBefore(day) * this.length + today;
  }

  private within(msOfDay: number): number {
    return Math.min(Math.max(msOfDay - this.opens, 0), this.length);
  }

  private reckoned(from: Date, day: number, msOfShift: number): Reckoned {
    return { at: instant(day, this.opens + msOfShift), provisional: this.isAssumed(locate(from).day, day) };
  }

  private unmoved(from: Date): Reckoned {
    return { at: new Date(from), provisional: this.isProvisional(from) };
  }

  private isAssumed(a: number, b: number): boolean {
    const end = yearOf(Math.max(a, b));
    for (let year = yearOf(Math.min(a, b)); year <= end; year += 1) if (!this.known.has(year)) return true;
    return false;
  }
}

function dayOf(date: string | Date): number {
  return typeof date === 'string' ? dayNumber(date) : locate(date).day;
}
