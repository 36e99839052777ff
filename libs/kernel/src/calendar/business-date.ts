import { problems } from '../problems';

/** All of China keeps UTC+8 without daylight saving (Asia/Shanghai since 1992), so a fixed offset is exact and fast. */
const ZONE_OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export const calendarProblem = problems('calendar', {
  'malformed-date': {
    kind: 'invalid',
    zh: '日期须为实际存在的 YYYY-MM-DD：{value}',
    en: 'a date is an existing day written YYYY-MM-DD: {value}',
  },
  'malformed-time': { kind: 'invalid', zh: '时刻须为 HH:MM：{value}', en: 'a time of day is written HH:MM: {value}' },
  'out-of-range': { kind: 'invalid', zh: '日期超出可计算范围', en: 'the date lies outside what can be reckoned' },
  'not-a-number': { kind: 'invalid', zh: '不是可计算的时长：{value}', en: 'not a length of time: {value}' },
});

/** The day on which the instant falls in Asia/Shanghai, as `YYYY-MM-DD`. */
export function toBusinessDate(at: Date): string {
  return dateOf(locate(at).day);
}

/** The instant at which a clock in Asia/Shanghai shows that time (`HH:MM`, midnight unless told) on that day. */
export function fromBusinessDate(date: string, time = '00:00'): Date {
  return instant(dayNumber(date), minutesOf(time) * MINUTE_MS);
}

/** The calendar day `n` days later (earlier when negative). */
export function addDays(date: string, n: number): string {
  if (!Number.isInteger(n)) throw calendarProblem['not-a-number']({ value: n });
  return dateOf(dayNumber(date) + n);
}

/** Days since 1970-01-01 of a date as written. Throws `calendar/malformed-date`, also for 30 February. */
export function dayNumber(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date) throw calendarProblem['malformed-date']({ value: date });
  return ms / DAY_MS;
}

export function dateOf(day: number): string {
  const date = new Date(day * DAY_MS);
  if (Number.isNaN(date.getTime())) throw calendarProblem['out-of-range']();
  return date.toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Splits an instant into the local day and the milliseconds since its midnight. */
export function locate(at: Date): { day: number; msOfDay: number } {
  const local = at.getTime() + ZONE_OFFSET_MS;
  if (Number.isNaN(local)) throw calendarProblem['malformed-date']({ value: String(at) });
  const day = Math.floor(local / DAY_MS);
  return { day, msOfDay: local - day * DAY_MS };
}

/** The reverse of `locate`. */
export function instant(day: number, msOfDay: number): Date {
  const at = new Date(day * DAY_MS + msOfDay - ZONE_OFFSET_MS);
  if (Number.isNaN(at.getTime())) throw calendarProblem['out-of-range']();
  return at;
}

/** Minutes since midnight of `HH:MM`; `24:00` is the end of the day. */
export function minutesOf(time: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 24 * 60)) throw calendarProblem['malformed-time']({ value: time });
  return minutes;
}
