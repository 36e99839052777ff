import { onTimeRateOf, ratingOf } from '@qi/provider';
import type { Candidate, FieldState, ProviderLoad } from '@qi/provider';
import type { RegisterColumns } from './register-columns';
import type { RegisterNow } from './register.queries';
import type { CountedLoads } from './site-view';

/** The loads as one transaction sees them while it routes several tasks one after another. */
export class LoadsNow {
  /** Unfinished jobs by request and institution. */
  private readonly sameRequest = new Map<string, Map<number, number>>();
  private readonly columns: RegisterColumns;
  private readonly own = new Map<number, ProviderLoad>();

  /** `jobs`: unfinished jobs by `<request>/<provider>`. */
  constructor({ columns, own }: Pick<RegisterNow, 'columns' | 'own'>, jobs: ReadonlyMap<string, number>) {
    this.columns = columns;
    for (const [id, load] of own) this.own.set(columns.institutionNumber(id), load);
    for (const [key, count] of jobs) {
      const [requestId = '', providerId = ''] = key.split('/');
      this.jobsOf(requestId).set(columns.institutionNumber(providerId), count);
    }
  }

  of(requestId: string): CountedLoads {
    const same = this.jobsOf(requestId);
    return {
      own: this.own,
      sameRequestJobs: same.size === 0 ? () => undefined : (institution) => same.get(institution),
    };
  }

  /** Puts into candidates of these institutions what is counted of them now, whatever happens until then. */
  filling(requestId: string, institutions: readonly number[]): (candidate: Candidate) => Candidate {
    const { sameRequestJobs } = this.of(requestId);
    const counted = new Map(
      institutions.map((one) => [this.columns.ids[one], { load: this.loadOf(one), jobs: sameRequestJobs(one) }]),
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

  /** What of it is this transaction's alone, for a record; of candidates of the field. */
  apart(requestId: string, field: Int32Array): Pick<FieldState, 'own' | 'same'> {
    const { own, columns } = this;
    const same = this.jobsOf(requestId);
    if (own.size === 0 && same.size === 0) return { own: [], same: [] };
    const candidates = new Set(field);
    const idOf = (institution: number) => columns.ids[institution] ?? '';
    const among = <T>(all: ReadonlyMap<number, T>) => [...all].filter(([institution]) => candidates.has(institution));
    return {
      own: among(own).map(([institution, { openJobs }]) => [idOf(institution), openJobs]),
      same: among(same).map(([institution, jobs]) => [idOf(institution), jobs]),
    };
  }

  /** A job was just given to the institution. */
  give(institution: number, requestId: string): void {
    const load = this.loadOf(institution);
    this.own.set(institution, { ...load, openJobs: load.openJobs + 1 });
    const same = this.jobsOf(requestId);
    same.set(institution, (same.get(institution) ?? 0) + 1);
  }

  private loadOf(institution: number): ProviderLoad {
    return this.own.get(institution) ?? this.columns.numbers.loadOf(institution);
  }

  private jobsOf(requestId: string): Map<number, number> {
    let jobs = this.sameRequest.get(requestId);
    if (!jobs) this.sameRequest.set(requestId, (jobs = new Map()));
    return jobs;
  }
}
