import { RatingGivenV1, type By, type ServiceRequestStatus, type TaskStatus } from '@qi/contracts';
import { problems, toBusinessDate, type Decision } from '@qi/kernel';

/** What a firm thought of one task, or of the request as a whole (`taskId` null). Stars 1–5, given once. */
export interface Rating {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly taskId: string | null;
  readonly enterpriseId: string;
  readonly platformId: string;
  readonly providerId: string | null;
  readonly timeliness: number;
  readonly result: number;
  readonly comment: string | null;
  readonly givenBy: By;
  readonly givenAt: Date;
}

export type RatingDecision = Decision<Rating, ReturnType<typeof RatingGivenV1.of>>;

/** Working days after completion in which a firm may rate, where no clock of the request says otherwise. */
export const RATING_WINDOW_DAYS = 10;

/** The request as far as a rating needs it. */
export interface Rateable {
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly platformId: string;
  readonly status: ServiceRequestStatus;
  readonly completedAt?: Date | null;
  readonly tasks: readonly RateableTask[];
}

export interface RateableTask {
  readonly id: string;
  readonly status: TaskStatus;
  readonly providerId?: string | null;
}

export interface Stars {
  readonly taskId?: string;
  readonly timeliness: number;
  readonly result: number;
  readonly comment?: string;
}

export const ratingProblem = problems('rating', {
  'task-unknown': { kind: 'not-found', zh: '该申请没有此任务', en: 'the request has no such task' },
  'task-not-confirmed': {
    kind: 'conflict',
    zh: '任务尚未确认（状态：{status}），不能评价',
    en: 'the task is not confirmed yet (it is {status})',
  },
  'request-not-completed': {
    kind: 'conflict',
    zh: '申请尚未办结（状态：{status}），不能评价',
    en: 'the request is not completed yet (it is {status})',
  },
  'window-closed': {
    kind: 'conflict',
    zh: '评价期已于 {until} 结束',
    en: 'the time for rating ended on {until}',
  },
  'already-given': { kind: 'conflict', zh: '已评价', en: 'this has been rated already' },
  'not-the-firm': {
    kind: 'forbidden',
    zh: '只有提出申请的企业可以评价',
    en: 'only the enterprise that made the request rates it',
  },
});

/** Throws unless the task is confirmed or, without a task, the request is completed. */
export function assertFinished(request: Rateable, taskId?: string): void {
  if (taskId === undefined) {
    const { status } = request;
    if (status !== 'completed' && status !== 'closed') throw ratingProblem['request-not-completed']({ status });
    return;
  }
  const { status } = taskOf(request, taskId);
  if (status !== 'confirmed') throw ratingProblem['task-not-confirmed']({ status });
}

/** `until`: when the window ends; undefined while the request is still in service and the window has not begun. */
export function assertInWindow(until: Date | undefined, now: Date): void {
  if (until && now > until) throw ratingProblem['window-closed']({ until: toBusinessDate(until) });
}

export function give(rating: { id: string; request: Rateable; stars: Stars }, by: By, now: Date): RatingDecision {
  const { id, request, stars } = rating;
  const task = stars.taskId === undefined ? undefined : taskOf(request, stars.taskId);
  const next: Rating = {
    id,
    requestId: request.id,
    requestNumber: request.number,
    taskId: task?.id ?? null,
    enterpriseId: request.enterpriseId,
    platformId: request.platformId,
    providerId: task?.providerId ?? null,
    timeliness: stars.timeliness,
    result: stars.result,
    comment: stars.comment ?? null,
    givenBy: by,
    givenAt: now,
  };
  return { next, events: [given(next)] };
}

function given(rating: Rating): ReturnType<typeof RatingGivenV1.of> {
  const { id: ratingId, requestId, requestNumber, enterpriseId, platformId, timeliness, result } = rating;
  return RatingGivenV1.of({
    ...{ ratingId, requestId, requestNumber, enterpriseId, platformId, timeliness, result },
    ...(rating.taskId ? { taskId: rating.taskId } : {}),
    ...(rating.providerId ? { providerId: rating.providerId } : {}),
    ...(rating.comment ? { comment: rating.comment } : {}),
    by: rating.givenBy,
    at: rating.givenAt.toISOString(),
  });
}

function taskOf(request: Rateable, taskId: string): RateableTask {
  const task = request.tasks.find(({ id }) => id === taskId);
  if (!task) throw ratingProblem['task-unknown']();
  return task;
}
