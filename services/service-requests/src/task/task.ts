import {
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
import type { LifeLineEntry } from '../life-line/life-line';
import type { Change, ClockCommand, ClockKind } from '../time-limit/change';

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
  /** Why the provider may not go on for now. */
  readonly paused?: Words;
  /** Reports in doubt, because the provider was not approved when it issued them. */
  readonly flagged?: { readonly numbers: readonly string[]; readonly cause: Words; readonly affectedFrom: string };
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

/** What falls away when no job holds the task any more. */
export const noJob = { jobId: null, job: null, step: null } as const;

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
