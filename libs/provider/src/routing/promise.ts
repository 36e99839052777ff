import type { Candidate } from './candidate';
import { addDays, later } from './day';
import type { RoutingDemand } from './demand';
import type { RoutingContext } from './gate';

/**
 * The business date on which the provider can be expected to be done: the work waiting before this job at its weekly
 * capacity, then its lead time, and not before the planned date. Calendar days, because a week's capacity already
 * knows its days of rest.
 */
export function expectedDate(
  demand: RoutingDemand,
  candidate: Candidate<unknown>,
  { asOf, policy }: RoutingContext,
): string {
  const lead = candidate.leadDays ?? policy.leadDays;
  const queue = candidate.capacityPerWeek > 0 ? Math.ceil((candidate.openJobs * 7) / candidate.capacityPerWeek) : 0;
  return later(addDays(asOf, Math.min(queue, 3650) + lead), demand.demand.plannedDate);
}
