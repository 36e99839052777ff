import { TimeLimitBreachedV1, TimeLimitRemindedV1, type By, type DomainEvent } from '@qi/contracts';
import type { WorkCalendar, Words } from '@qi/kernel';
import type { ClockKind } from './change';
import { limitProblem } from './time-limit.problems';

export type ClockStatus = 'running' | 'paused' | 'stopped';

/** More time, with the reason that the firm reads. */
export interface Extension {
  readonly days: number;
  readonly reason: string;
  readonly by: By;
  readonly at: string;
}

/** One running time limit. Times count in working minutes; `usedMinutes` are those of the runs before the present one. */
export interface LimitClock {
  readonly id: string;
  readonly requestId: string;
  readonly taskId: string | null;
  readonly kind: ClockKind;
  readonly status: ClockStatus;
  readonly startedAt: Date;
  readonly allowedMinutes: number;
  readonly usedMinutes: number;
  readonly runningSince: Date | null;
  readonly dueAt: Date;
  /** Due time set by somebody else (a provider's answer-by): the calendar does not move it. */
  readonly fixed: boolean;
  /** A year on the way to the due time has no published holidays: it is reckoned again once they are filled in. */
  readonly provisional: boolean;
  readonly remindedPercent: number;
  /** 0: in time; 1: breached; 2, 3: escalated, one working day after another. */
  readonly level: number;
  /** When the next reminder, breach or escalation is due; null when nothing more will come. */
  readonly nextAt: Date | null;
  readonly stoppedAt: Date | null;
  readonly extensions: Extension[];
}

export interface ClockStep {
  readonly kind: 'clock-reminded' | 'clock-breached' | 'clock-escalated';
  readonly words: Words;
  readonly data: Record<string, unknown>;
}

export interface ClockChange {
  readonly next: Partial<LimitClock>;
  readonly events: readonly DomainEvent[];
  readonly steps: readonly ClockStep[];
}

export const REMINDERS = [50, 80] as const;
export const HIGHEST_LEVEL = 3;

/** The firm's own window does not breach: when it ends, the request closes. */
const withoutBreach: ReadonlySet<ClockKind> = new Set(['rating']);

export interface ClockStart {
  readonly id: string;
  readonly requestId: string;
  readonly taskId: string | null;
  readonly kind: ClockKind;
  readonly at: Date;
  readonly days: number;
  readonly dueAt?: Date;
}

export function startClock(start: ClockStart, calendar: WorkCalendar): LimitClock {
  const { at, dueAt, days, ...ids } = start;
  const minutes = dueAt ? calendar.workingMinutesBetween(at, dueAt) : days * calendar.minutesPerDay;
  return withDates(
    {
      ...ids,
      status: 'running',
      startedAt: at,
      allowedMinutes: Math.max(1, minutes),
      usedMinutes: 0,
      runningSince: at,
      dueAt: dueAt ?? at,
      fixed: dueAt !== undefined,
      provisional: false,
      remindedPercent: 0,
      level: 0,
      nextAt: null,
      stoppedAt: null,
      extensions: [],
    },
    calendar,
  );
}

/** Working minutes used until `at`. */
export function usedMinutes(clock: LimitClock, at: Date, calendar: WorkCalendar): number {
  if (!clock.runningSince) return clock.usedMinutes;
  const until = clock.stoppedAt ?? at;
  return clock.usedMinutes + Math.max(0, calendar.workingMinutesBetween(clock.runningSince, until));
}

/** Stands still while the firm is asked for something; nothing is reminded or breached meanwhile. */
export function pause(clock: LimitClock, at: Date, calendar: WorkCalendar): LimitClock {
  if (clock.status !== 'running') return clock;
  return {
    ...clock,
    status: 'paused',
    usedMinutes: usedMinutes(clock, at, calendar),
    runningSince: null,
    nextAt: null,
  };
}

/** Goes on with what was left. A due time that was set by others moves as well: the wait was not the provider's. */
export function resume(clock: LimitClock, at: Date, calendar: WorkCalendar): LimitClock {
  if (clock.status !== 'paused') return clock;
  return withDates({ ...clock, status: 'running', runningSince: at, fixed: false }, calendar);
}

/** `runningSince` stays: what was used can still be counted. */
export function stop(clock: LimitClock, at: Date): LimitClock {
  return clock.status === 'stopped' ? clock : { ...clock, status: 'stopped', nextAt: null, stoppedAt: at };
}

/** Gives more working days, for a reason that the firm sees. A breach that the new time undoes is taken back. */
export function extend(clock: LimitClock, extension: Extension, calendar: WorkCalendar): LimitClock {
  if (clock.status === 'stopped') throw limitProblem['not-running']({ status: clock.status });
  const allowed = clock.allowedMinutes + extension.days * calendar.minutesPerDay;
  const used = usedMinutes(clock, new Date(extension.at), calendar);
  const passed = REMINDERS.filter((percent) => used * 100 >= allowed * percent);
  const extended = {
    ...clock,
    allowedMinutes: allowed,
    fixed: false,
    level: used >= allowed ? clock.level : 0,
    remindedPercent: Math.min(clock.remindedPercent, passed.at(-1) ?? 0),
    extensions: [...clock.extensions, extension],
  };
  return withDates(extended, calendar);
}

/** The same limit on a changed calendar. */
export function recompute(clock: LimitClock, calendar: WorkCalendar): LimitClock {
  return clock.fixed ? clock : withDates(clock, calendar);
}

/** What has become due until `now`: reminders, the breach, escalations, in order, also several after a standstill. */
export function tick(clock: LimitClock, now: Date, calendar: WorkCalendar): ClockChange {
  const events: DomainEvent[] = [];
  const steps: ClockStep[] = [];
  let at = clock;
  while (at.status === 'running' && at.nextAt && at.nextAt <= now) {
    const point = nextPoint(at);
    if (!point) break;
    at = withDates(point.percent ? { ...at, remindedPercent: point.percent } : { ...at, level: point.level }, calendar);
    events.push(factOf(at, point, now));
    steps.push(stepOf(at, point));
  }
  const { remindedPercent, level, nextAt } = at;
  return { next: { remindedPercent, level, nextAt }, events, steps };
}

interface Point {
  /** Working minutes from the start at which it lies, relative to the allowed ones. */
  readonly minutes: (clock: LimitClock, perDay: number) => number;
  readonly percent: number;
  readonly level: number;
}

function nextPoint({ kind, remindedPercent, level }: LimitClock): Point | undefined {
  const percent = level === 0 ? REMINDERS.find((each) => each > remindedPercent) : undefined;
  if (percent) return { percent, level, minutes: ({ allowedMinutes }) => (allowedMinutes * percent) / 100 };
  if (withoutBreach.has(kind) || level >= HIGHEST_LEVEL) return undefined;
  return { percent: 0, level: level + 1, minutes: ({ allowedMinutes }, perDay) => allowedMinutes + level * perDay };
}

function withDates(clock: LimitClock, calendar: WorkCalendar): LimitClock {
  const { runningSince } = clock;
  if (!runningSince) return clock;
  const reckon = (minutes: number) => calendar.addWorkingMinutes(runningSince, Math.ceil(minutes - clock.usedMinutes));
  const due = clock.fixed ? { at: clock.dueAt, provisional: false } : reckon(clock.allowedMinutes);
  const point = nextPoint(clock);
  const nextAt = point
    ? point.level === 1 && !point.percent
      ? due.at
      : reckon(point.minutes(clock, calendar.minutesPerDay)).at
    : null;
  return { ...clock, dueAt: due.at, provisional: due.provisional, nextAt };
}

function factOf(clock: LimitClock, point: Point, now: Date): DomainEvent {
  const fact = {
    clockId: clock.id,
    requestId: clock.requestId,
    ...(clock.taskId ? { taskId: clock.taskId } : {}),
    kind: clock.kind,
    dueAt: clock.dueAt.toISOString(),
    provisional: clock.provisional,
    at: now.toISOString(),
  };
  return point.percent
    ? TimeLimitRemindedV1.of({ ...fact, percent: point.percent })
    : TimeLimitBreachedV1.of({ ...fact, level: point.level });
}

function stepOf(clock: LimitClock, { percent, level }: Point): ClockStep {
  const { zh, en } = clockWords[clock.kind];
  const data = { clockId: clock.id, clock: clock.kind, dueAt: clock.dueAt.toISOString() };
  if (percent) {
    const words = { zh: `${zh}时限已用 ${percent}%`, en: `${percent} % of the time for ${en} are used` };
    return { kind: 'clock-reminded', words, data: { ...data, percent } };
  }
  if (level === 1) return { kind: 'clock-breached', words: { zh: `${zh}已超期`, en: `${en} is overdue` }, data };
  const words = { zh: `${zh}超期，升级到第 ${level} 级督办`, en: `${en} is overdue: escalated to level ${level}` };
  return { kind: 'clock-escalated', words, data: { ...data, level } };
}

export const clockWords: Readonly<Record<ClockKind, Words>> = {
  accept: { zh: '受理', en: 'acceptance' },
  dispatch: { zh: '派单', en: 'dispatch' },
  answer: { zh: '机构答复', en: 'the provider’s answer' },
  visit: { zh: '专家上门', en: 'the expert’s visit' },
  rating: { zh: '评价', en: 'rating' },
};

/** Who owes the next step while the clock runs. */
export const clockOwner: Readonly<Record<ClockKind, 'window' | 'provider' | 'firm'>> = {
  accept: 'window',
  dispatch: 'window',
  answer: 'provider',
  visit: 'provider',
  rating: 'firm',
};
