import { remember } from './remember';

const DAY_MS = 86_400_000;

const dayOf = remember((date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS));
const dateOf = remember((day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10));

/** Calendar days added to a business date `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Whether `date` lies in the span; both ends belong to it, an absent end is open. */
export function within(date: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
