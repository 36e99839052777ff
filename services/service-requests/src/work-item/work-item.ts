import { workItemTransitions, type By, type Demand, type WorkItemStatus } from '@qi/contracts';
import { assertTransition, problems } from '@qi/kernel';

export const workItemKinds = ['request', 'item'] as const;
/** What cites the standard: a firm's open request, or an item of the catalogue. */
export type WorkItemKind = (typeof workItemKinds)[number];

/** Something here cites a standard that ends: the firm has to agree to another one, or a clerk to revise the item. */
export interface WorkItem {
  readonly id: string;
  readonly kind: WorkItemKind;
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly taskId: string | null;
  readonly itemId: string | null;
  readonly itemCode: string | null;
  readonly enterpriseId: string | null;
  readonly areaCode: string | null;
  /** Canonical, with its year. */
  readonly standard: string;
  /** Its last day in force. */
  readonly endsOn: string;
  /** Day of the work, after that last day; null for an item. */
  readonly plannedDate: string | null;
  /** Canonical numbers of what takes its place. */
  readonly successors: readonly string[];
  readonly status: WorkItemStatus;
  /** Why it was dismissed, or which standard was agreed to. */
  readonly reason: string | null;
  /** Null while it is open, and when it closed by itself. */
  readonly closedBy: By | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** An item about a request. */
export type RequestWorkItem = WorkItem & { readonly requestId: string; readonly taskId: string };

export interface Act {
  readonly by: By;
  readonly at: Date;
}

export const workItemProblem = problems('work-item', {
  'not-found': { kind: 'not-found', zh: '没有这项待办', en: 'there is no such work item' },
  'not-a-successor': {
    kind: 'invalid',
    zh: '{standard} 不是 {ended} 的代替标准；可选：{successors}',
    en: '{standard} does not take the place of {ended}; these do: {successors}',
  },
  'not-of-a-request': {
    kind: 'conflict',
    zh: '这项待办关于服务事项，请修订该事项',
    en: 'this work item is about the catalogue: revise the service item',
  },
});

export function aboutRequest(item: WorkItem): RequestWorkItem {
  const { requestId, taskId } = item;
  if (requestId === null || taskId === null) throw workItemProblem['not-of-a-request']();
  return { ...item, requestId, taskId };
}

/** The standard that the firm agrees to: the one it names, or the only one there is. */
export function agreedStandard({ standard: ended, successors }: WorkItem, named: string | undefined): string {
  const [only, ...others] = successors;
  const standard = named ?? (others.length === 0 ? only : undefined);
  if (standard !== undefined && successors.includes(standard)) return standard;
  throw workItemProblem['not-a-successor']({ standard: named ?? '?', ended, successors });
}

/** The demand by another standard; `ended` was cited with its year, or by its family. */
export function withStandard(demand: Demand, ended: readonly string[], standard: string): Demand {
  const tests = demand.tests.map((test) =>
    ended.includes(test.methodStandard) ? { ...test, methodStandard: standard } : test,
  );
  return { ...demand, tests };
}

export function close(
  item: WorkItem,
  status: Exclude<WorkItemStatus, 'open'>,
  reason: string | null,
  { by, at }: Act,
): Partial<WorkItem> {
  assertTransition('work-item', workItemTransitions, item.status, status);
  return { status, reason, closedBy: by, closedAt: at };
}
