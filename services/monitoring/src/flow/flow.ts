import type {
  EventData,
  JobOfferedV1,
  JobStatus,
  ServiceRequestStatus,
  ServiceRequestSubmittedV1,
  TaskCreatedV1,
  TaskStatus,
} from '@qi/contracts';

/** What an event says about one request, task or job: its status from `at` on, and values that were not known before. */
export interface Change {
  readonly of: 'request' | 'task' | 'job';
  readonly id: string;
  readonly status: string;
  readonly at: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Fact {
  readonly type: string;
  readonly data: unknown;
}

/** The fields that every event about a request, a task or a job carries. */
interface Common {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly enterpriseId: string;
  readonly platformId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly jobId: string;
  readonly element: string;
  readonly providerId: string;
  readonly at: string;
}

const requestStatus: Readonly<Record<string, ServiceRequestStatus>> = {
  'service-request.submitted.v1': 'submitted',
  'service-request.accepted.v1': 'accepted',
  'service-request.returned.v1': 'returned',
  'service-request.refused.v1': 'refused',
  'service-request.withdrawn.v1': 'withdrawn',
  'service-request.started.v1': 'in-service',
  'service-request.completed.v1': 'completed',
  'service-request.reopened.v1': 'in-service',
  'service-request.closed.v1': 'closed',
};

const taskStatus: Readonly<Record<string, TaskStatus>> = {
  'task.created.v1': 'waiting',
  'task.opened.v1': 'opened',
  'task.cancelled.v1': 'cancelled',
  'task.rework-requested.v1': 'in-progress',
  'task.confirmed.v1': 'confirmed',
  'job.offered.v1': 'offered',
  'job.unroutable.v1': 'unroutable',
  'job.accepted.v1': 'accepted',
  'job.declined.v1': 'opened',
  'job.expired.v1': 'opened',
  'job.terminated.v1': 'opened',
  'job.progressed.v1': 'in-progress',
  'job.completed.v1': 'delivered',
};

const jobStatus: Readonly<Record<string, JobStatus>> = {
  'job.offered.v1': 'offered',
  'job.accepted.v1': 'accepted',
  'job.declined.v1': 'declined',
  'job.expired.v1': 'expired',
  'job.progressed.v1': 'in-progress',
  'job.completed.v1': 'completed',
  'job.reworked.v1': 'reworked',
  'job.cancelled.v1': 'cancelled',
  'job.terminated.v1': 'terminated',
};

/** The column that keeps when a status was first reached. */
const firstReached: Readonly<Record<Change['of'], Readonly<Record<string, string>>>> = {
  request: { submitted: 'submitted_at', accepted: 'accepted_at', completed: 'completed_at', closed: 'closed_at' },
  task: {
    waiting: 'created_at',
    opened: 'opened_at',
    offered: 'offered_at',
    accepted: 'accepted_at',
    delivered: 'delivered_at',
    confirmed: 'confirmed_at',
  },
  job: {
    offered: 'offered_at',
    accepted: 'answered_at',
    declined: 'answered_at',
    completed: 'completed_at',
  },
};

/** A decline or an expiry sends a task back to `opened`: that is not the first opening. */
const reopens = new Set(['job.declined.v1', 'job.expired.v1', 'job.terminated.v1']);

type Thing = Pick<Change, 'of' | 'id' | 'status'>;

function change(thing: Thing, fact: Fact, values: Record<string, string>): Change {
  const { at } = fact.data as Common;
  const column = reopens.has(fact.type) && thing.of === 'task' ? undefined : firstReached[thing.of][thing.status];
  return { ...thing, at, values: { ...values, ...(column && { [column]: at }) } };
}

function requestValues(fact: Fact): Record<string, string> {
  const data = fact.data as Common;
  const known = { number: data.requestNumber, enterprise_id: data.enterpriseId, platform_id: data.platformId };
  if (fact.type !== 'service-request.submitted.v1') return known;
  const { areaCode, industryCode, channel } = fact.data as EventData<typeof ServiceRequestSubmittedV1>;
  return { ...known, area_code: areaCode, channel, ...(industryCode && { industry_code: industryCode }) };
}

function taskValues(fact: Fact): Record<string, string> {
  const data = fact.data as Common;
  const known: Record<string, string> = { request_id: data.requestId };
  if (data.element) known['element'] = data.element;
  if (fact.type === 'task.created.v1') {
    const created = fact.data as EventData<typeof TaskCreatedV1>;
    known['number'] = created.taskNumber;
    known['item_code'] = created.itemCode;
    known['enterprise_id'] = created.enterpriseId;
    known['platform_id'] = created.platformId;
    known['area_code'] = created.areaCode;
  }
  if (fact.type === 'job.offered.v1') {
    const { provider } = fact.data as EventData<typeof JobOfferedV1>;
    known['provider_id'] = provider.id;
    known['provider_name'] = provider.name;
  }
  return known;
}

function jobValues(fact: Fact): Record<string, string> {
  const { taskId, requestId, element, providerId } = fact.data as Common;
  const { promisedDate } = fact.data as { promisedDate?: string };
  return {
    task_id: taskId,
    request_id: requestId,
    element,
    provider_id: providerId,
    ...(promisedDate && { promised_date: promisedDate }),
  };
}

/** What one event changes; empty for events that move nothing (ratings, registers, reminders). */
export function changesOf(fact: Fact): Change[] {
  const data = fact.data as Common;
  const changes: Change[] = [];
  const [request, task, job] = [requestStatus[fact.type], taskStatus[fact.type], jobStatus[fact.type]];
  if (request) changes.push(change({ of: 'request', id: data.requestId, status: request }, fact, requestValues(fact)));
  if (task) changes.push(change({ of: 'task', id: data.taskId, status: task }, fact, taskValues(fact)));
  if (job) changes.push(change({ of: 'job', id: data.jobId, status: job }, fact, jobValues(fact)));
  return changes;
}

/**
 * Several changes of the same thing as one: the latest status, the earliest time of each stage, the last value of each
 * field. Events of different topics arrive in any order, so the result does not depend on it.
 */
export function fold(changes: readonly Change[]): Change[] {
  const folded = new Map<string, Change>();
  for (const next of changes) {
    const key = `${next.of} ${next.id}`;
    const before = folded.get(key);
    folded.set(key, before ? merge(before, next) : next);
  }
  return [...folded.values()];
}

function merge(before: Change, next: Change): Change {
  const later = next.at >= before.at ? next : before;
  const values: Record<string, string> = { ...before.values };
  for (const [name, value] of Object.entries(next.values)) {
    const known = values[name];
    const keep = known !== undefined && (name.endsWith('_at') ? known <= value : later === before);
    if (!keep) values[name] = value;
  }
  return { ...later, values };
}
