import { JobOfferedV1, JobUnroutableV1 } from '@qi/contracts';
import type { DomainEvent } from '@qi/contracts';
import type { TaskOpened } from '../candidate-finder';
import type { DecisionRecord } from '../decision/decision-record';
import type { JobRow } from '../job/job.row';
import { keyOf } from '../routing/candidate';
import { winnerOf } from '../routing/decision';

/** What numbers and dates an offer gets from outside the rules. */
export interface OfferTerms {
  readonly jobId: string;
  /** Grows by one with every job of the service. */
  readonly serial: number;
  readonly answerBy: Date;
  readonly promisedDate: string;
  readonly at: Date;
}

export type NewJob = Omit<JobRow, 'version'>;

/** The job offered to the winner of a decision, and the fact that tells of it. Undefined where nobody won. */
export function offer(
  task: TaskOpened,
  record: DecisionRecord,
  terms: OfferTerms,
): { readonly job: NewJob; readonly event: DomainEvent } | undefined {
  const winner = winnerOf(record.decision);
  if (!winner) return undefined;
  const job = newJob(task, record, terms, winner);
  const at = terms.at.toISOString();
  const candidate = record.inputs.candidates.find((one) => keyOf(one) === winner.key);
  const event = JobOfferedV1.of({
    jobId: job.id,
    jobNumber: job.number,
    taskId: job.taskId,
    requestId: job.requestId,
    element: job.element,
    providerId: job.providerId,
    provider: {
      id: winner.providerId,
      name: winner.name,
      ...(winner.siteId && { siteId: winner.siteId }),
      ...(candidate?.areaCode && { areaCode: candidate.areaCode }),
    },
    decisionId: record.id,
    round: task.round,
    promisedDate: job.promisedDate,
    answerBy: terms.answerBy.toISOString(),
    reason: record.decision.reason,
    at,
  });
  return { job, event };
}

function newJob(
  task: TaskOpened,
  record: DecisionRecord,
  terms: OfferTerms,
  winner: { readonly providerId: string; readonly name: string; readonly siteId?: string },
): NewJob {
  const { jobId, serial, answerBy, promisedDate, at } = terms;
  const digits = String(serial).padStart(6, '0');
  return {
    id: jobId,
    number: `J-${record.inputs.asOf.replaceAll('-', '')}-${digits}`,
    blindNumber: `B-${digits}`,
    taskId: task.taskId,
    taskNumber: task.taskNumber,
    requestId: task.requestId,
    requestNumber: task.requestNumber,
    element: task.element,
    itemCode: task.item.code,
    itemZh: task.item.name.zh,
    itemEn: task.item.name.en,
    round: task.round,
    providerId: winner.providerId,
    providerName: winner.name,
    siteId: winner.siteId ?? null,
    enterpriseId: task.enterprise.id,
    enterpriseName: task.enterprise.name,
    areaCode: task.enterprise.areaCode,
    secrecy: task.secrecy,
    decisionId: record.id,
    status: 'offered',
    answerBy,
    promisedDate,
    step: null,
    deliverables: [],
    formerDeliverables: [],
    reason: null,
    paused: null,
    lifeLine: [{ status: 'offered', at: at.toISOString() }],
    offeredAt: at,
    updatedAt: at,
  };
}

/** Nobody can take the task: how many each gate excluded, and who came closest. */
export function unroutable(task: TaskOpened, record: DecisionRecord): DomainEvent {
  const { candidates, gateCounts, nearestMisses, reason } = record.decision;
  return JobUnroutableV1.of({
    taskId: task.taskId,
    requestId: task.requestId,
    element: task.element,
    decisionId: record.id,
    round: task.round,
    candidates,
    gates: { ...gateCounts },
    nearestMisses: nearestMisses.map(({ key: _, ...miss }) => miss),
    reason,
    at: record.at,
  });
}

/** The end of the minute: offers of one minute share one timer. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
}
