import {
  TaskAmendedV1,
  TaskCancelledV1,
  TaskConfirmedV1,
  TaskCreatedV1,
  TaskOpenedV1,
  TaskReworkRequestedV1,
  taskTransitions,
  type By,
  type Deliverable,
  type Demand,
  type Element,
  type EnterpriseRef,
  type TaskStatus,
  type secrecies,
  type urgencies,
} from '@qi/contracts';
import { assertTransition, type Words } from '@qi/kernel';
import { withData, type LifeLineEntry } from '../life-line/life-line';
import type { Change, ClockCommand, ClockKind } from '../time-limit/change';
import { taskProblem } from './task.problems';

/** The provider's job as the window knows it from the last facts. */
export interface JobView {
  readonly jobId: string;
  readonly jobNumber: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly siteId: string | null;
  readonly decisionId: string;
  readonly promisedDate: string;
  readonly answerBy: string;
  readonly reason: Words;
}

export interface StepView {
  readonly step: string;
  readonly stepIndex: number;
  readonly steps: number;
  readonly words: Words;
}

/** Why nobody could be asked: counts per gate and the nearest misses, for the clerk's work list. */
export interface UnroutableView {
  readonly decisionId: string;
  readonly candidates: number;
  readonly gates: Record<string, number>;
  readonly nearestMisses: readonly { providerId: string; name: string; gate: string; words: Words }[];
  readonly reason: Words;
}

export interface Dispatch {
  readonly providerId: string;
  readonly by: By;
  readonly reason: string;
}

/** One line of an accepted request, on its way through a provider's hands. */
export interface Task {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly lineKey: string;
  readonly status: TaskStatus;
  readonly element: Element;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly itemName: Words;
  /** Working days the work takes by the catalogue. */
  readonly days: number;
  readonly demand: Demand;
  readonly needBy: string | null;
  readonly urgency: (typeof urgencies)[number];
  readonly secrecy: (typeof secrecies)[number];
  readonly consents: { readonly subcontracting: boolean; readonly disclosure: boolean };
  readonly excluded: string[];
  readonly preferred: string[];
  readonly eligibleProviders: string[];
  /** Working days a provider has to answer an offer. */
  readonly answerWithin: number;
  readonly dependsOn: string[];
  readonly enterpriseId: string;
  readonly enterprise: EnterpriseRef;
  readonly platformId: string;
  readonly areaCode: string;
  readonly round: number;
  readonly dispatchedTo: Dispatch | null;
  readonly jobId: string | null;
  readonly job: JobView | null;
  readonly step: StepView | null;
  readonly unroutable: UnroutableView | null;
  readonly deliverables: Deliverable[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly openedAt: Date | null;
  readonly offeredAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly ratedAt: Date | null;
}

export type TaskChange = Change<Task>;

export interface Act {
  readonly by: By;
  readonly at: Date;
}

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
    clocks: [clockOf(task, 'start', 'dispatch', act.at)],
  };
}

/** What falls away when no job holds the task any more. */
export const noJob = { jobId: null, job: null, step: null } as const;

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

export function refOf(task: Pick<Task, 'id' | 'number' | 'requestId' | 'requestNumber'>) {
  return { taskId: task.id, taskNumber: task.number, requestId: task.requestId, requestNumber: task.requestNumber };
}

/** A step of a task on the request's life line; the item's name leads, so that a bundle stays readable. */
export function entryOf(
  task: Pick<Task, 'id' | 'requestId' | 'itemName'>,
  { by, at }: Act,
  kind: string,
  words: Words,
): LifeLineEntry {
  const { zh, en } = task.itemName;
  const named = { zh: `「${zh}」${words.zh}`, en: `${en}: ${words.en}` };
  return { requestId: task.requestId, taskId: task.id, at, by, kind, words: named, data: {} };
}

export function clockOf(
  task: Pick<Task, 'id' | 'requestId' | 'itemCode'>,
  action: ClockCommand['action'],
  kind: ClockKind,
  at: Date,
): ClockCommand {
  return { action, kind, requestId: task.requestId, taskId: task.id, itemCode: task.itemCode, at };
}

export function go(task: Pick<Task, 'status'>, to: TaskStatus): void {
  assertTransition('task', taskTransitions, task.status, to);
}

function openedWords(task: Task, round: number, dispatchedTo: Dispatch | null): Words {
  if (dispatchedTo) {
    return { zh: `人工派单：${dispatchedTo.reason}`, en: `Dispatched by hand: ${dispatchedTo.reason}` };
  }
  if (round > 1) return { zh: `第 ${round} 轮派单`, en: `Being routed again, round ${round}` };
  return task.dependsOn.length > 0
    ? { zh: '前置任务已交付，开始派单', en: 'What it waited for is delivered: being routed' }
    : { zh: '开始派单', en: 'Being routed' };
}
