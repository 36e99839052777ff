import type { TaskOpened } from '../candidate-finder';
import type { RoutingDemand } from '../routing/demand';

/** A provider that declined, let an offer lapse or gave up. */
export interface Dropout {
  readonly providerId: string;
  readonly round: number;
  readonly why: 'declined' | 'expired' | 'terminated';
}

/**
 * What is to be routed. Whoever dropped out of the task stays out, in all later rounds; but a clerk's dispatch may name
 * a provider that declined before, so then only dropouts of the round at hand count.
 */
export function routingDemandOf(task: TaskOpened, dropouts: readonly Dropout[]): RoutingDemand {
  const { taskId, requestId, round, element, item, demand, enterprise, needBy, urgency, consents, dispatchedTo } = task;
  const out = dropouts.filter((dropout) => dispatchedTo === undefined || dropout.round === round);
  return {
    taskId,
    requestId,
    round,
    element,
    itemCode: item.code,
    demand,
    enterprise,
    ...(needBy !== undefined && { needBy }),
    urgency,
    consents,
    excluded: [...new Set([...task.excluded, ...out.map(({ providerId }) => providerId)])].sort(),
    preferred: task.preferred,
    eligibleProviders: task.eligibleProviders,
    ...(dispatchedTo && { dispatchedTo: dispatchedTo.providerId }),
  };
}

/** Of several openings of one task the one with the highest round counts; first come, first kept between equals. */
export function latestOfEach(tasks: readonly TaskOpened[]): TaskOpened[] {
  const latest = new Map<string, TaskOpened>();
  for (const task of tasks) {
    const before = latest.get(task.taskId);
    if (!before || task.round > before.round) latest.set(task.taskId, task);
  }
  return [...latest.values()];
}

/** A redelivered or older opening says nothing new, nor does one of a task that was cancelled. */
export function isNews(task: TaskOpened, before: { round: number; status: 'open' | 'cancelled' } | undefined): boolean {
  return before === undefined || (before.status === 'open' && task.round > before.round);
}
