import type { Words } from '@qi/kernel';
import type { ClockKind } from './change';
import { clockOwner, clockWords, type ClockStatus, type Extension, type LimitClock } from './clock';

/** A clock as the firm and the clerk see it: whose turn, how much is left, by when, and what moved it. */
export interface ClockView {
  readonly id: string;
  readonly requestId: string;
  readonly taskId?: string;
  readonly kind: ClockKind;
  readonly name: Words;
  readonly owner: 'window' | 'provider' | 'firm';
  readonly status: ClockStatus;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly provisional: boolean;
  /** Working minutes. */
  readonly allowedMinutes: number;
  readonly usedMinutes: number;
  readonly leftMinutes: number;
  readonly level: number;
  readonly stoppedAt?: Date;
  readonly extensions: readonly Extension[];
}

/** `used` are the working minutes used at the time of looking. */
export function clockView(clock: LimitClock, at: Date, used: number): ClockView {
  const { id, requestId, taskId, kind, status, startedAt, dueAt, provisional, allowedMinutes } = clock;
  const { level, stoppedAt, extensions } = clock;
  return {
    ...{ id, requestId, kind, status, startedAt, dueAt, provisional, allowedMinutes, level, extensions },
    ...(taskId ? { taskId } : {}),
    name: clockWords[kind],
    owner: clockOwner[kind],
    usedMinutes: used,
    leftMinutes: status === 'running' && dueAt <= at ? Math.min(0, allowedMinutes - used) : allowedMinutes - used,
    ...(stoppedAt ? { stoppedAt } : {}),
  };
}
