import type { Candidate } from './candidate';
import { addDays, later } from './day';
import type { RoutingDemand } from './demand';
import type { RoutingContext } from './gate';

/** Calendar days from the decision until a provider that begins at once with what waits, and then with this, is done. */
export function daysUntilDone(candidate: Candidate<unknown>, { policy }: RoutingContext): number {
  const lead = candidate.leadDays ?? policy.leadDays;
  const queue = candidate.capacityPerWeek > 0 ? Math.ceil((candidate.openJobs * 7) / candidate.capacityPerWeek) : 0;
  return Math.min(queue, 3650) + lead;
}

/** The business date so many days after the decision, but not before the planned one. */
export function dateOfDone(days: number, { demand }: RoutingDemand, { asOf }: RoutingContext): string {
  return later(addDays(asOf, days), demand.plannedDate);
}

/**
 * The business date on which the provider can be expected to be done: the work waiting before this job at its weekly
 * capacity, then its lead time, and not before the planned date. Calendar days, because a week's capacity already
 * knows its days of rest.
 */
export function expectedDate(demand: RoutingDemand, candidate: Candidate<unknown>, context: RoutingContext): string {
  return dateOfDone(daysUntilDone(candidate, context), demand, context);
}
