import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';

/** One step of a request, as everyone who may see the request reads it. Entries are only ever added. */
export interface LifeLineEntry {
  readonly requestId: string;
  readonly taskId: string | null;
  readonly at: Date;
  readonly by: By;
  /** Stable name of the step, `submitted`, `task-offered`, `clock-breached` …: filters and icons hang on it. */
  readonly kind: string;
  readonly words: Words;
  readonly data: Record<string, unknown>;
}

export function withData(entry: LifeLineEntry, data: Record<string, unknown>): LifeLineEntry {
  return { ...entry, data };
}

/** What the platform does by itself (rules, timers, events of providers) is signed with this name. */
export const theSystem: By = { sub: 'system', name: '系统 System' };
