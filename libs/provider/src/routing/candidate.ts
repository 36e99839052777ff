import type { Words } from '@qi/kernel';

/**
 * A provider (or one of its sites) that might take a task, with the facts the gates judge. `facts` is what the element
 * needs: scope lines, calibration capabilities, skills. All values are plain JSON, because the decision record keeps them.
 */
export interface Candidate<F = unknown> {
  readonly providerId: string;
  readonly name: string;
  readonly siteId?: string;
  readonly areaCode?: string;
  /** WGS-84 degrees. */
  readonly longitude?: number;
  readonly latitude?: number;
  /** Area codes served, each with all it contains; empty: no limit. */
  readonly areasServed: readonly string[];
  readonly active: boolean;
  readonly inactiveReason?: Words;
  /** Jobs it finishes in a week. */
  readonly capacityPerWeek: number;
  /** Offered and unfinished jobs; the routing service overwrites it with its own count. */
  readonly openJobs: number;
  /** Days from start to result when nothing waits; the policy's lead time if absent. */
  readonly leadDays?: number;
  /** Share of jobs delivered by the promised date, 0–1; absent: no history. */
  readonly onTimeRate?: number;
  /** Mean stars, 1–5; absent: not rated. */
  readonly rating?: number;
  /** Enterprise ids or credit codes it may not work for. */
  readonly conflicts: readonly string[];
  /** Other jobs of the same request in its hands; filled by the routing service. */
  readonly sameRequestJobs?: number;
  readonly facts: F;
}

/** One candidate in one text: providers with several sites may be judged site by site. */
export function keyOf(candidate: Pick<Candidate, 'providerId' | 'siteId'>): string {
  return candidate.siteId ? `${candidate.providerId}/${candidate.siteId}` : candidate.providerId;
}
