import { workItemTransitions, type By, type WorkItemStatus } from '@qi/contracts';
import { assertTransition, problems } from '@qi/kernel';

/** A laboratory's scope cites a standard that ends: it has to extend its scope to what takes the standard's place. */
export interface WorkItem {
  readonly id: string;
  readonly institutionId: string;
  /** Canonical, with its year. */
  readonly standard: string;
  /** Its last day in force. */
  readonly endsOn: string;
  /** Canonical numbers; empty when nothing takes its place. */
  readonly successors: readonly string[];
  /** Scope lines in use that cite it. */
  readonly lines: number;
  readonly status: WorkItemStatus;
  /** Why it was dismissed. */
  readonly reason: string | null;
  /** Null while it is open, and when it closed by itself. */
  readonly closedBy: By | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
}

export interface Act {
  readonly by: By;
  readonly at: Date;
}

export const workItemProblem = problems('work-item', {
  'not-found': { kind: 'not-found', zh: '没有这项待办：{id}', en: 'there is no such work item: {id}' },
});

/** It is dealt with in a way that the scope does not show. */
export function finish(item: WorkItem, act: Act): Partial<WorkItem> {
  return close(item, 'done', null, act);
}

/** Nothing will be done about it, for a reason. */
export function dismiss(item: WorkItem, reason: string, act: Act): Partial<WorkItem> {
  return close(item, 'dismissed', reason, act);
}

function close(item: WorkItem, status: WorkItemStatus, reason: string | null, { by, at }: Act): Partial<WorkItem> {
  assertTransition('work-item', workItemTransitions, item.status, status);
  return { status, reason, closedBy: by, closedAt: at };
}
