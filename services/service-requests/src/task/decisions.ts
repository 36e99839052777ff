import {
  TaskAmendedV1,
  TaskCancelledV1,
  TaskConfirmedV1,
  TaskCreatedV1,
  TaskOpenedV1,
  TaskReworkRequestedV1,
  type Demand,
  type TaskStatus,
} from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { withData } from '../life-line/life-line';
import { clockOf, entryOf, go, noJob, refOf, type Act, type Dispatch, type Task, type TaskChange } from './task';
import { taskProblem } from './task.problems';

/** The facts and the first line of a task that was just made at acceptance. */
export function create(task: Task, act: Act): TaskChange {
  return {
    next: {},
    events: [
      TaskCreatedV1.of({
        ...refOf(task),
        element: task.element,
        itemCode: task.itemCode,
        itemName: task.itemName,
        enterpriseId: task.enterpriseId,
        platformId: task.platformId,
        areaCode: task.areaCode,
        dependsOn: task.dependsOn,
        ...(task.needBy ? { needBy: task.needBy } : {}),
        at: act.at.toISOString(),
      }),
    ],
    entries:
      task.dependsOn.length > 0
        ? [entryOf(task, act, 'task-waiting', { zh: '等待前置任务交付', en: 'waits for what it depends on' })]
        : [],
    clocks: [],
  };
}

/** Whether what the task waits for is there: delivered, confirmed, or no longer wanted. */
export function isReady(
  task: Pick<Task, 'status' | 'dependsOn'>,
  others: ReadonlyMap<string, Pick<Task, 'status'>>,
): boolean {
  return (
    task.status === 'waiting' &&
    task.dependsOn.every((id) => {
      const status = others.get(id)?.status;
      return status === 'delivered' || status === 'confirmed' || status === 'cancelled';
    })
  );
}

export type Dependency = Pick<Task, 'id' | 'deliverables'>;

/** Asks the provider of the element to route. Each opening after the first is a new round. */
export function open(
  task: Task,
  dependencies: readonly Dependency[],
  act: Act,
  dispatchedTo: Dispatch | null = null,
): TaskChange {
  go(task, 'opened');
  const round = task.openedAt ? task.round + 1 : task.round;
  const next = { status: 'opened', round, openedAt: act.at, dispatchedTo, unroutable: null, ...noJob } as const;
  return {
    next,
    events: [opened({ ...task, ...next }, dependencies, act.at)],
    entries: [withData(entryOf(task, act, 'task-opened', openedWords(task, round, dispatchedTo)), { round })],
    clocks: [
      ...(task.status === 'offered' ? [clockOf(task, 'stop', 'answer', act.at)] : []),
      clockOf(task, 'start', 'dispatch', act.at),
    ],
  };
}

function opened(task: Task, dependencies: readonly Dependency[], at: Date) {
  return TaskOpenedV1.of({
    ...refOf(task),
    round: task.round,
    element: task.element,
    item: { code: task.itemCode, version: task.itemVersion, name: task.itemName },
    demand: task.demand,
    enterprise: task.enterprise,
    platformId: task.platformId,
    ...(task.needBy ? { needBy: task.needBy } : {}),
    urgency: task.urgency,
    secrecy: task.secrecy,
    consents: task.consents,
    excluded: task.excluded,
    preferred: task.preferred,
    ...(task.dispatchedTo ? { dispatchedTo: task.dispatchedTo } : {}),
    eligibleProviders: task.eligibleProviders,
    answerWithin: task.answerWithin,
    dependencies: dependencies.map(({ id, deliverables }) => ({ taskId: id, deliverables })),
    at: at.toISOString(),
  });
}

/** The firm takes the result. */
export function confirm(task: Task, act: Act): TaskChange {
  go(task, 'confirmed');
  if (!task.jobId) throw taskProblem['without-job']();
  return {
    next: { status: 'confirmed', confirmedAt: act.at },
    events: [TaskConfirmedV1.of({ ...refOf(task), jobId: task.jobId, by: act.by, at: act.at.toISOString() })],
    entries: [entryOf(task, act, 'task-confirmed', { zh: '结果已确认', en: 'Result confirmed' })],
    clocks: [],
  };
}

/** The firm sends the result back; the same provider works on it again. */
export function rework(task: Task, reason: string, act: Act): TaskChange {
  if (task.status !== 'delivered') go(task, 'in-progress');
  if (task.status !== 'delivered' || !task.jobId) throw taskProblem['not-delivered']({ status: task.status });
  return {
    next: { status: 'in-progress', deliveredAt: null, step: null },
    events: [
      TaskReworkRequestedV1.of({ ...refOf(task), jobId: task.jobId, reason, by: act.by, at: act.at.toISOString() }),
    ],
    entries: [
      withData(
        entryOf(task, act, 'task-rework-requested', { zh: `要求返工：${reason}`, en: `Rework asked for: ${reason}` }),
        { reason },
      ),
    ],
    clocks: [],
  };
}

export function cancel(task: Task, reason: string, act: Act): TaskChange {
  go(task, 'cancelled');
  return {
    next: { status: 'cancelled' },
    events: [TaskCancelledV1.of({ ...refOf(task), reason, by: act.by, at: act.at.toISOString() })],
    entries: [
      withData(entryOf(task, act, 'task-cancelled', { zh: `任务已取消：${reason}`, en: `Task cancelled: ${reason}` }), {
        reason,
      }),
    ],
    clocks: (['dispatch', 'answer', 'visit'] as const).map((kind) => clockOf(task, 'stop', kind, act.at)),
  };
}

export interface Amendment {
  readonly demand: Demand;
  readonly needBy: string | null;
  readonly reason: string;
}

/** The firm changes what it wants, for instance to the standard now in force; the caller opens an unroutable task again. */
export function amend(task: Task, { demand, needBy, reason }: Amendment, act: Act): TaskChange {
  if (!amendable.has(task.status)) throw taskProblem['not-amendable']({ status: task.status, legal: [...amendable] });
  return {
    next: { demand, needBy },
    events: [
      TaskAmendedV1.of({
        ...refOf(task),
        demand,
        ...(needBy ? { needBy } : {}),
        reason,
        by: act.by,
        at: act.at.toISOString(),
      }),
    ],
    entries: [
      withData(entryOf(task, act, 'task-amended', { zh: `需求变更：${reason}`, en: `Demand changed: ${reason}` }), {
        reason,
        before: task.demand,
        after: demand,
      }),
    ],
    clocks: [],
  };
}

const amendable: ReadonlySet<TaskStatus> = new Set(['waiting', 'opened', 'unroutable', 'offered']);

function openedWords(task: Task, round: number, dispatchedTo: Dispatch | null): Words {
  if (dispatchedTo) {
    return { zh: `人工派单：${dispatchedTo.reason}`, en: `Dispatched by hand: ${dispatchedTo.reason}` };
  }
  if (round > 1) return { zh: `第 ${round} 轮派单`, en: `Being routed again, round ${round}` };
  return task.dependsOn.length > 0
    ? { zh: '前置任务已交付，开始派单', en: 'What it waited for is delivered: being routed' }
    : { zh: '开始派单', en: 'Being routed' };
}
