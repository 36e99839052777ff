import type { EntityManager } from 'typeorm';
import { readSnapshot, sees } from './snapshot';
import type { Snapshot } from './snapshot';
import type { ProviderLoad } from './provider-load';

const LOAD = `provider_id as "providerId", open_jobs as "openJobs", completed, on_time as "onTime",
  star_sum as "starSum", star_count as "starCount"`;

const SEEN_FIRST = `
  select distinct on (provider_id) ${LOAD} from past_load
  where pg_visible_in_snapshot(changed_by, $1::pg_snapshot) order by provider_id, seq desc`;

const SINCE = `
  select ${LOAD}, seq::text, changed_by::text as by from past_load
  where changed_by >= $1::xid8 and changed_by < $2::xid8 and not pg_visible_in_snapshot(changed_by, $3::pg_snapshot)
  order by changed_by, seq`;

type Stated = ProviderLoad & { readonly providerId: string };
type Change = Stated & { readonly seq: string; readonly by: string };

/** The loads of all providers as past decisions saw them, from one snapshot on to later ones. */
export class PastLoads {
  private waiting: Change[] = [];

  private constructor(
    private next: readonly Stated[],
    private readonly changes: readonly Change[],
    private reached = 0,
  ) {}

  /** From the snapshot that comes first to the one that comes last. */
  static async between(tx: EntityManager, first: string, last: string): Promise<PastLoads> {
    const before = await tx.query<Stated[]>(SEEN_FIRST, [first]);
    const { xmin } = readSnapshot(first);
    return new PastLoads(before, await tx.query<Change[]>(SINCE, [xmin, readSnapshot(last).xmax, first]));
  }

  /** Tells the loads that are others in this snapshot than in the one before; of the first, all. */
  advance(to: string, take: (providerId: string, load: ProviderLoad) => void): void {
    const found = [...this.next, ...this.seenBy(readSnapshot(to))];
    this.next = [];
    for (const { providerId, openJobs, completed, onTime, starSum, starCount } of found) {
      take(providerId, { openJobs, completed, onTime, starSum, starCount });
    }
  }

  /** In the order in which they were made: a load is changed by one transaction after another. */
  private seenBy(snapshot: Snapshot): Change[] {
    const reached: Change[] = [...this.waiting];
    for (let change = this.changes[this.reached]; change; change = this.changes[this.reached]) {
      if (Number(change.by) >= snapshot.xmax) break;
      reached.push(change);
      this.reached += 1;
    }
    this.waiting = reached.filter(({ by }) => !sees(snapshot, Number(by)));
    return reached.filter(({ by }) => sees(snapshot, Number(by))).sort((a, b) => Number(a.seq) - Number(b.seq));
  }
}
