import {
  ServiceRequestAcceptedV1,
  ServiceRequestClosedV1,
  ServiceRequestCompletedV1,
  ServiceRequestReopenedV1,
  ServiceRequestStartedV1,
  ServiceRequestWithdrawnV1,
  type TaskStatus,
} from '@qi/contracts';
import { theSystem, withData } from '../life-line/life-line';
import type { ClockCommand } from '../time-limit/change';
import { acceptClock, entryOf, go, refOf, withNote } from './service-request';
import type { Act, RequestChange, ServiceRequest } from './service-request';
import { requestProblem } from './service-request.problems';

/** Days in which a completed request may be opened again (DIGIT's complaint desk uses the same ten days). */
export const REOPEN_DAYS = 10;
const DAY_MS = 86_400_000;

/** What the request must know of a task to find its own status. */
export interface TaskView {
  readonly status: TaskStatus;
  readonly ratedAt: Date | null;
}

/** The window takes the request on; its tasks are made in the same transaction. */
export function accept(request: ServiceRequest, automatic: boolean, act: Act): RequestChange {
  go(request, 'accepted');
  if (request.lines.length === 0) throw requestProblem['not-itemised']();
  const tasks = request.lines.length;
  const words = automatic
    ? { zh: `自动受理，拆分为 ${tasks} 项任务`, en: `Accepted automatically, split into ${tasks} tasks` }
    : { zh: `已受理，拆分为 ${tasks} 项任务`, en: `Accepted, split into ${tasks} tasks` };
  return {
    next: { status: 'accepted', acceptedAt: act.at },
    events: [
      ServiceRequestAcceptedV1.of({ ...refOf(request), automatic, tasks, by: act.by, at: act.at.toISOString() }),
    ],
    entries: [withData(entryOf(request, act, 'accepted', words), { automatic, tasks })],
    clocks: [acceptClock(request, 'stop', act)],
  };
}

export function withdraw(request: ServiceRequest, reason: string, act: Act): RequestChange {
  go(request, 'withdrawn');
  return {
    next: { status: 'withdrawn', withdrawal: reason },
    events: [ServiceRequestWithdrawnV1.of({ ...refOf(request), reason, by: act.by, at: act.at.toISOString() })],
    entries: [
      withData(entryOf(request, act, 'withdrawn', withNote({ zh: '申请已撤回', en: 'Withdrawn' }, reason)), { reason }),
    ],
    clocks: [acceptClock(request, 'stop', act)],
  };
}

/**
 * The status that follows from the tasks: in service once one is in a provider's hands, completed once every live one is
 * delivered, closed once every live one is confirmed and rated. Answers the changes in order, none when nothing moved.
 */
export function follow(request: ServiceRequest, tasks: readonly TaskView[], at: Date): RequestChange[] {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  if (live.length === 0) return [];
  const changes: RequestChange[] = [];
  let status = request.status;
  const move = (change: RequestChange) => {
    changes.push(change);
    status = change.next.status ?? status;
  };
  if (status === 'accepted' && live.some((task) => inHands.has(task.status))) move(start(request, at));
  if (status === 'in-service' && live.every(isDelivered)) move(complete(request, at));
  if (status === 'completed' && isSettled(request, live))
    move(close({ ...request, status }, { by: theSystem, at }, true));
  return changes;
}

const inHands: ReadonlySet<TaskStatus> = new Set(['accepted', 'in-progress', 'delivered', 'confirmed']);

function isDelivered({ status }: TaskView): boolean {
  return status === 'delivered' || status === 'confirmed';
}

function isSettled(request: ServiceRequest, live: readonly TaskView[]): boolean {
  const rated = request.ratedAt !== null || live.every(({ ratedAt }) => ratedAt !== null);
  return rated && live.every(({ status }) => status === 'confirmed');
}

function start(request: ServiceRequest, at: Date): RequestChange {
  const act = { by: theSystem, at };
  return {
    next: { status: 'in-service' },
    events: [ServiceRequestStartedV1.of({ ...refOf(request), at: at.toISOString() })],
    entries: [
      entryOf(request, act, 'started', { zh: '已有机构接单，进入服务', en: 'A provider has taken it on: in service' }),
    ],
    clocks: [],
  };
}

function complete(request: ServiceRequest, at: Date): RequestChange {
  const act = { by: theSystem, at };
  return {
    next: { status: 'completed', completedAt: at },
    events: [ServiceRequestCompletedV1.of({ ...refOf(request), at: at.toISOString() })],
    entries: [
      entryOf(request, act, 'completed', {
        zh: '全部任务已交付，请确认并评价',
        en: 'Everything is delivered: please confirm and rate',
      }),
    ],
    clocks: [ratingClock(request, 'start', at)],
  };
}

/** Back in service with rework; the caller asks the providers for the rework of the tasks concerned. */
export function reopen(request: ServiceRequest, reason: string, act: Act): RequestChange {
  go(request, 'in-service');
  if (request.status !== 'completed' || !request.completedAt) go(request, 'completed');
  if (request.completedAt && act.at.getTime() - request.completedAt.getTime() > REOPEN_DAYS * DAY_MS) {
    throw requestProblem['reopen-too-late']({ days: REOPEN_DAYS });
  }
  return {
    next: { status: 'in-service', completedAt: null },
    events: [ServiceRequestReopenedV1.of({ ...refOf(request), reason, by: act.by, at: act.at.toISOString() })],
    entries: [
      withData(entryOf(request, act, 'reopened', withNote({ zh: '重新打开', en: 'Reopened' }, reason)), { reason }),
    ],
    clocks: [ratingClock(request, 'stop', act.at)],
  };
}

/** By the firm, or by the platform when everything is confirmed and rated or the rating window has passed. */
export function close(request: ServiceRequest, act: Act, automatic: boolean): RequestChange {
  go(request, 'closed');
  const words = automatic
    ? { zh: '自动办结', en: 'Closed by itself' }
    : { zh: '企业确认办结', en: 'Closed by the firm' };
  return {
    next: { status: 'closed', closedAt: act.at },
    events: [ServiceRequestClosedV1.of({ ...refOf(request), automatic, at: act.at.toISOString() })],
    entries: [withData(entryOf(request, act, 'closed', words), { automatic })],
    clocks: [ratingClock(request, 'stop', act.at)],
  };
}

function ratingClock(request: ServiceRequest, action: ClockCommand['action'], at: Date): ClockCommand {
  return { action, kind: 'rating', requestId: request.id, taskId: null, at };
}
