import type { CalendarDay } from './published-days';
import { dayNumber } from './business-date';

/**
 * Counts working days without walking over them: Monday–Friday by arithmetic, plus a sorted list of the days that
 * differ from it with running totals. Days are numbers since 1970-01-01 (a Thursday).
 */
export interface WorkingDays {
  isWorking(day: number): boolean;
  /** How many working days lie in [1970-01-01, day); negative before it. */
  countBefore(day: number): number;
  /** The working day that has exactly `index` working days before it. */
  dayAt(index: number): number;
}

/** From Monday 1969-12-29 to Thursday 1970-01-01. */
const MONDAY_SHIFT = 3;

export function workingDays(days: readonly CalendarDay[]): WorkingDays {
  const wanted = new Map(days.map(({ date, working }) => [dayNumber(date), working]));
  const exceptions = [...wanted].filter(([day, working]) => working !== isWeekday(day)).sort(([a], [b]) => a - b);
  const at = exceptions.map(([day]) => day);
  const totals: number[] = [0];
  for (const [, working] of exceptions) totals.push(last(totals) + (working ? 1 : -1));
  const zero = totals[lowerBound(at, 0)] ?? 0;
  const spread = Math.max(...totals) - Math.min(...totals);

  const countBefore = (day: number): number => weekdaysBefore(day) + (totals[lowerBound(at, day)] ?? 0) - zero;
  return {
    isWorking: (day) => wanted.get(day) ?? isWeekday(day),
    countBefore,
    dayAt(index) {
      // The corrections shift the answer by at most `spread` working days: search only in that window.
      let low = weekdayAt(index - spread);
      let high = weekdayAt(index + spread) + 1;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (countBefore(middle + 1) > index) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

function isWeekday(day: number): boolean {
  return modulo(day + MONDAY_SHIFT, 7) < 5;
}

function weekdaysBefore(day: number): number {
  const shifted = day + MONDAY_SHIFT;
  return Math.floor(shifted / 7) * 5 + Math.min(modulo(shifted, 7), 5) - MONDAY_SHIFT;
}

function weekdayAt(index: number): number {
  const shifted = index + MONDAY_SHIFT;
  return Math.floor(shifted / 5) * 7 + modulo(shifted, 5) - MONDAY_SHIFT;
}

/** The number of entries below `value` in an ascending list. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function last(list: readonly number[]): number {
  return list[list.length - 1] ?? 0;
}
