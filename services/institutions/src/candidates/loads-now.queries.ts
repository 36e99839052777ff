import { onTimeRateOf, ratingOf } from '@qi/provider';
import type { Candidate, ProviderLoad } from '@qi/provider';
import type { RegisterNow } from './register.queries';
import type { CountedLoads } from './site-view';

/** The loads as one transaction sees them while it routes several tasks one after another. */
export class LoadsNow {
  /** Unfinished jobs by request and institution. */
  private readonly sameRequest = new Map<string, Map<number, number>>();

  /** `jobs`: unfinished jobs by `<request>/<provider>`. */
  constructor(
    private readonly now: RegisterNow,
    jobs: ReadonlyMap<string, number>,
  ) {
    for (const [key, count] of jobs) {
      const [requestId = '', providerId = ''] = key.split('/');
      this.jobsOf(requestId).set(now.columns.institutionNumber(providerId), count);
    }
  }

  of(requestId: string): CountedLoads {
    const { columns, own } = this.now;
    const same = this.jobsOf(requestId);
    const loadOf = (institution: number) => columns.loadOf[institution] as ProviderLoad;
    return {
      loadOf: own.size === 0 ? loadOf : (institution) => own.get(institution) ?? loadOf(institution),
      sameRequestJobs: same.size === 0 ? () => undefined : (institution) => same.get(institution),
    };
  }

  /** Puts into candidates of these institutions what is counted of them now, whatever happens until then. */
  filling(requestId: string, institutions: readonly number[]): (candidate: Candidate) => Candidate {
    const { loadOf, sameRequestJobs } = this.of(requestId);
    const counted = new Map(
      institutions.map((one) => [this.now.columns.ids[one], { load: loadOf(one), jobs: sameRequestJobs(one) }]),
    );
    return (candidate) => {
      const found = counted.get(candidate.providerId);
      if (!found) return candidate;
      const [onTimeRate, rating] = [onTimeRateOf(found.load), ratingOf(found.load)];
      return {
        ...candidate,
        openJobs: found.load.openJobs,
        ...(onTimeRate !== undefined && { onTimeRate }),
        ...(rating !== undefined && { rating }),
        ...(found.jobs !== undefined && { sameRequestJobs: found.jobs }),
      };
    };
  }

  /** A job was just given to the institution. */
  give(institution: number, requestId: string): void {
    const load = this.of(requestId).loadOf(institution);
    this.now.own.set(institution, { ...load, openJobs: load.openJobs + 1 });
    const same = this.jobsOf(requestId);
    same.set(institution, (same.get(institution) ?? 0) + 1);
  }

  private jobsOf(requestId: string): Map<number, number> {
    let jobs = this.sameRequest.get(requestId);
    if (!jobs) this.sameRequest.set(requestId, (jobs = new Map()));
    return jobs;
  }
}
