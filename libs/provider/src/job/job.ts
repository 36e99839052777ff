import {
  JobAcceptedV1,
  JobCancelledV1,
  JobCompletedV1,
  JobDeclinedV1,
  JobExpiredV1,
  JobFlaggedV1,
  JobPausedV1,
  JobProgressedV1,
  JobResumedV1,
  JobReworkedV1,
  JobTerminatedV1,
  jobTransitions,
} from '@qi/contracts';
import type { By, Deliverable, DomainEvent, Element, JobStatus } from '@qi/contracts';
import { assertTransition, toBusinessDate } from '@qi/kernel';
import type { Decision, Words } from '@qi/kernel';
import { jobProblem } from './job-problem';
import type { Step } from './step';

/** One provider's work on one task. */
export interface Job {
  readonly id: string;
  readonly number: string;
  readonly taskId: string;
  readonly requestId: string;
  readonly element: Element;
  readonly providerId: string;
  readonly status: JobStatus;
  readonly answerBy: Date;
  readonly promisedDate: string;
  /** Name of the last step reported in this run of work. */
  readonly step: string | null;
  /** Of this run of work; what was handed over before a rework moves to `formerDeliverables`. */
  readonly deliverables: readonly Deliverable[];
  readonly formerDeliverables: readonly Deliverable[];
  /** Why it was declined, cancelled, terminated or is to be done again. */
  readonly reason: string | null;
  /** Why the provider may not go on for now. */
  readonly paused: Words | null;
}

/** Who acts, and when. */
export interface Act {
  readonly by: By;
  readonly at: Date;
}

export type JobDecision = Decision<Job, DomainEvent>;

export interface Refusal {
  readonly reasonCode: string;
  readonly note?: string;
  /** Business date from which the provider could do such work. */
  readonly availableFrom?: string;
}

/** An offer is taken with a promised date, the proposed one if none is given. */
export function accept(job: Job, promise: string | undefined, { by, at }: Act): JobDecision {
  go(job, 'accepted');
  if (at > job.answerBy)
    throw jobProblem['answer-overdue']({ answerBy: job.answerBy.toISOString(), legal: ['expired'] });
  const promisedDate = promise ?? job.promisedDate;
  if (promisedDate < toBusinessDate(at)) throw jobProblem['promise-in-past']({ promisedDate });
  const fact = JobAcceptedV1.of({ ...refs(job), promisedDate, by, at: at.toISOString() });
  return { next: { status: 'accepted', promisedDate }, events: [fact] };
}

export function decline(job: Job, refusal: Refusal, { by, at }: Act): JobDecision {
  go(job, 'declined');
  const fact = JobDeclinedV1.of({ ...refs(job), ...refusal, by, at: at.toISOString() });
  return { next: { status: 'declined', reason: refusal.reasonCode }, events: [fact] };
}

/** No answer in time. */
export function expire(job: Job, at: Date): JobDecision {
  go(job, 'expired');
  const fact = JobExpiredV1.of({ ...refs(job), answerBy: job.answerBy.toISOString(), at: at.toISOString() });
  return { next: { status: 'expired' }, events: [fact] };
}

/** Reports a step. Steps go forward only; some may be left out. The first one starts the work. */
export function progress(job: Job, step: string, steps: readonly Step[], { by, at }: Act): JobDecision {
  assertNotPaused(job);
  if (job.status !== 'in-progress') go(job, 'in-progress');
  const index = steps.findIndex(({ name }) => name === step);
  const found = steps[index];
  if (!found) throw jobProblem['unknown-step']({ step, steps: steps.map(({ name }) => name) });
  const reached = steps.findIndex(({ name }) => name === job.step);
  if (index <= reached)
    throw jobProblem['step-back']({ at: job.step, step, legal: steps.slice(reached + 1).map(({ name }) => name) });
  const fact = JobProgressedV1.of({
    ...refs(job),
    step,
    stepIndex: index + 1,
    steps: steps.length,
    words: found.words,
    by,
    at: at.toISOString(),
  });
  return { next: { status: 'in-progress', step }, events: [fact] };
}

/** Adds a deliverable; it becomes known to the firm when the job is completed. */
export function deliver(job: Job, deliverable: Deliverable): JobDecision {
  assertNotPaused(job);
  if (job.status !== 'in-progress') {
    throw jobProblem['not-at-work']({ status: job.status, legal: [...jobTransitions[job.status]] });
  }
  if ([...job.formerDeliverables, ...job.deliverables].some(({ number }) => number === deliverable.number)) {
    throw jobProblem['duplicate-number']({ number: deliverable.number });
  }
  return { next: { deliverables: [...job.deliverables, deliverable] }, events: [] };
}

export function complete(job: Job, { by, at }: Act): JobDecision {
  go(job, 'completed');
  assertNotPaused(job);
  if (job.deliverables.length === 0) throw jobProblem['no-deliverable']();
  const deliverables = [...job.deliverables];
  const fact = JobCompletedV1.of({ ...refs(job), deliverables, by, at: at.toISOString() });
  return { next: { status: 'completed' }, events: [fact] };
}

/** The firm withdrew, or the task was opened anew. */
export function cancel(job: Job, reason: string, at: Date): JobDecision {
  go(job, 'cancelled');
  const fact = JobCancelledV1.of({ ...refs(job), reason, at: at.toISOString() });
  return { next: { status: 'cancelled', reason }, events: [fact] };
}

/** The provider gives up what it has accepted. */
export function terminate(job: Job, reason: string, { by, at }: Act): JobDecision {
  go(job, 'terminated');
  const fact = JobTerminatedV1.of({ ...refs(job), reason, by, at: at.toISOString() });
  return { next: { status: 'terminated', reason }, events: [fact] };
}

/** The platform takes the job away, because the provider lost what it was approved for. */
export function lapse(job: Job, cause: Words, { by, at }: Act): JobDecision {
  const reason = `${cause.zh} ${cause.en}`;
  const { next, events } = job.status === 'offered' ? cancel(job, reason, at) : terminate(job, reason, { by, at });
  const told = events.map(({ type, data }) => ({ type, data: { ...(data as object), cause } }));
  return { next: { ...next, paused: null }, events: told };
}

/** The provider keeps the job, and what is in its hands, until it may go on. */
export function pause(job: Job, cause: Words, at: Date): JobDecision {
  return { next: { paused: cause }, events: [JobPausedV1.of({ ...refs(job), cause, at: at.toISOString() })] };
}

export function resume(job: Job, at: Date): JobDecision {
  return { next: { paused: null }, events: [JobResumedV1.of({ ...refs(job), at: at.toISOString() })] };
}

/** Says which of its reports are in doubt; the job itself stays as it is. */
export function flag(job: Job, numbers: readonly string[], { cause, affectedFrom, at }: Doubt): JobDecision {
  const fact = JobFlaggedV1.of({ ...refs(job), numbers: [...numbers], cause, affectedFrom, at: at.toISOString() });
  return { next: {}, events: [fact] };
}

export interface Doubt {
  readonly cause: Words;
  /** First business date in doubt. */
  readonly affectedFrom: string;
  readonly at: Date;
}

/** The firm is not content: the work starts over at its first step and hands over anew; the former stays on record. */
export function rework(job: Job, reason: string, at: Date): JobDecision {
  go(job, 'reworked');
  const fact = JobReworkedV1.of({ ...refs(job), reason, at: at.toISOString() });
  const formerDeliverables = [...job.formerDeliverables, ...job.deliverables];
  return { next: { status: 'reworked', reason, step: null, deliverables: [], formerDeliverables }, events: [fact] };
}

export function isUnfinished(status: JobStatus): boolean {
  return (jobTransitions[status] as readonly JobStatus[]).includes('cancelled');
}

function assertNotPaused({ paused }: Job): void {
  if (paused) throw jobProblem.paused({ ...paused });
}

function go(job: Job, to: JobStatus): void {
  assertTransition<JobStatus>('job', jobTransitions, job.status, to);
}

function refs(job: Job) {
  const { id: jobId, number: jobNumber, taskId, requestId, element, providerId } = job;
  return { jobId, jobNumber, taskId, requestId, element, providerId };
}
