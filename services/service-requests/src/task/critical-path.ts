import { fromBusinessDate, toBusinessDate, type WorkCalendar, type Words } from '@qi/kernel';

/** A piece of work to be planned. `finish` is set when its end is known: promised by a provider, or past. */
export interface PlannedWork {
  readonly key: string;
  readonly dependsOn: readonly string[];
  /** Working days it takes once it may start. */
  readonly days: number;
  readonly needBy: string | null;
  readonly finish?: string;
}

export interface PlannedDates {
  readonly key: string;
  readonly start: string;
  readonly finish: string;
  readonly needBy: string | null;
  /** Working days by which `finish` misses `needBy`; 0 when it does not. */
  readonly daysLate: number;
  /** Whether a day lost here is a day lost at the end. */
  readonly critical: boolean;
}

/** Whether the need-by date can be met, and by how many working days not. Dates are business dates. */
export interface Plan {
  readonly works: readonly PlannedDates[];
  readonly finish: string | null;
  readonly feasible: boolean;
  readonly daysLate: number;
  /** Keys in the order of work: the chain that decides the end. */
  readonly criticalPath: readonly string[];
  /** A year on the way has no published holidays yet. */
  readonly provisional: boolean;
  readonly words: Words;
}

type Dates = { start: string; finish: string };

/** Earliest dates over working days. `works` must be free of circles. */
export function planWork(works: readonly PlannedWork[], today: string, calendar: WorkCalendar): Plan {
  const byKey = new Map(works.map((work) => [work.key, work]));
  const dates = new Map<string, Dates>();
  const datesOf = (work: PlannedWork): Dates => {
    const known = dates.get(work.key);
    if (known) return known;
    const start = latest([today, ...before(work, byKey).map((other) => datesOf(other).finish)]);
    const found = { start, finish: work.finish ?? addDays(calendar, start, work.days) };
    dates.set(work.key, found);
    return found;
  };
  works.forEach(datesOf);
  const finish = works.length === 0 ? null : latest([...dates.values()].map((each) => each.finish));
  const criticalPath = chainTo(works, byKey, dates, finish);
  const planned = works.map((work): PlannedDates => {
    const { start, finish: end } = datesOf(work);
    const daysLate = work.needBy ? lateBy(calendar, work.needBy, end) : 0;
    return {
      key: work.key,
      start,
      finish: end,
      needBy: work.needBy,
      daysLate,
      critical: criticalPath.includes(work.key),
    };
  });
  const daysLate = Math.max(0, ...planned.map((each) => each.daysLate));
  return {
    works: planned,
    finish,
    feasible: daysLate === 0,
    daysLate,
    criticalPath,
    provisional: planned.some((each) => isProvisional(calendar, each)),
    words: wordsOf(finish, daysLate, criticalPath),
  };
}

function before(work: PlannedWork, byKey: ReadonlyMap<string, PlannedWork>): PlannedWork[] {
  return work.dependsOn.flatMap((key) => byKey.get(key) ?? []);
}

/** Walks back from the work that ends last along the dependencies that made it start when it does. */
function chainTo(
  works: readonly PlannedWork[],
  byKey: ReadonlyMap<string, PlannedWork>,
  dates: ReadonlyMap<string, Dates>,
  finish: string | null,
): string[] {
  const chain: string[] = [];
  let at = works.find(({ key }) => dates.get(key)?.finish === finish);
  while (at) {
    chain.unshift(at.key);
    const start = dates.get(at.key)?.start;
    at = before(at, byKey).find(({ key }) => dates.get(key)?.finish === start);
  }
  return chain;
}

function latest(dates: readonly string[]): string {
  return dates.reduce((a, b) => (a > b ? a : b));
}

/** Any time within working hours will do: only whole days are counted. */
const NOON = '12:00';

function addDays(calendar: WorkCalendar, date: string, days: number): string {
  return toBusinessDate(calendar.addWorkingDays(fromBusinessDate(date, NOON), days).at);
}

function lateBy(calendar: WorkCalendar, needBy: string, finish: string): number {
  if (finish <= needBy) return 0;
  const minutes = calendar.workingMinutesBetween(fromBusinessDate(needBy, NOON), fromBusinessDate(finish, NOON));
  return Math.max(1, Math.ceil(minutes / calendar.minutesPerDay));
}

function isProvisional(calendar: WorkCalendar, { start, finish }: Dates): boolean {
  return calendar.isProvisional(start) || calendar.isProvisional(finish);
}

function wordsOf(finish: string | null, daysLate: number, path: readonly string[]): Words {
  if (!finish) return { zh: '还没有可安排的服务', en: 'nothing to plan yet' };
  if (daysLate === 0) return { zh: `预计最早 ${finish} 全部完成`, en: `all can be done by ${finish} at the earliest` };
  const chain = path.join(' → ');
  return {
    zh: `需求日期无法满足，晚 ${daysLate} 个工作日（最早 ${finish}，关键路径：${chain}）`,
    en: `the need-by date cannot be met: ${daysLate} working days late (${finish} at the earliest, critical path: ${chain})`,
  };
}
