import published from 'chinese-days/dist/chinese-days.json';

/** A day whose working state differs from, or confirms, the plain Monday–Friday week. `date` is `YYYY-MM-DD`. */
export interface CalendarDay {
  readonly date: string;
  readonly working: boolean;
  readonly name?: string;
}

/**
 * The arrangements that the State Council has published, year by year: holidays and the weekend days worked in exchange.
 * Only the table is taken from the package: its own functions answer for any year, also for those not yet published.
 */
const DAYS: readonly CalendarDay[] = [...read(published.holidays, false), ...read(published.workdays, true)].sort(
  (a, b) => a.date.localeCompare(b.date),
);

/** An arrangement runs from New Year to National Day, so a year that has 1 October is published whole. */
const YEARS: ReadonlySet<number> = new Set(
  DAYS.filter(({ date }) => date.endsWith('-10-01')).map(({ date }) => Number(date.slice(0, 4))),
);

/** All published days, or those of one year, in order. */
export function publishedDays(year?: number): readonly CalendarDay[] {
  return year === undefined ? DAYS : DAYS.filter(({ date }) => date.startsWith(`${year}-`));
}

export function publishedYears(): ReadonlySet<number> {
  return YEARS;
}

function read(table: Readonly<Record<string, string>>, working: boolean): CalendarDay[] {
  return Object.entries(table).map(([date, label]) => {
    const [, name] = label.split(',');
    return name === undefined ? { date, working } : { date, working, name };
  });
}
