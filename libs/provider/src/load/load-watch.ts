import type { EntityManager } from 'typeorm';
import type { ProviderLoad } from './provider-load';

// What a transaction wrote that had not ended when loads were read last is read again, so that nothing slips through.
const CHANGED = `
  select pg_current_snapshot()::text as seen, pg_current_xact_id_if_assigned()::text as "ownId", load.*
  from (select) one left join (
    select provider_id as "providerId", open_jobs as "openJobs", completed, on_time as "onTime",
      star_sum as "starSum", star_count as "starCount", changed_by is not distinct from pg_current_xact_id_if_assigned() as own
    from provider_load where changed_by >= $1::xid8) load on true`;

type Row = ProviderLoad & {
  readonly seen: string;
  readonly ownId: string | null;
  readonly own: boolean;
  readonly providerId: string | null;
};

/** The loads of all providers, told by what has changed since they were asked for last: first everything, then little. */
export class LoadWatch {
  /** The snapshot (`xmin:xmax:running,…`) of which the loads told last are, without those of the asking transaction. */
  seen = '0:0:';

  /**
   * Gives each load that has changed to `take`, all at one stroke. Answers those that the asking transaction changed
   * itself: others do not see them yet, and they may still be undone.
   */
  async read(
    tx: EntityManager,
    take: (providerId: string, load: ProviderLoad) => void,
  ): Promise<Map<string, ProviderLoad>> {
    const [since] = this.seen.split(':');
    const rows = await tx.query<Row[]>(CHANGED, [since]);
    const ownLoads = new Map<string, ProviderLoad>();
    for (const { providerId, own, seen, ownId, ...load } of rows) {
      this.seen = withRunning(seen, ownId);
      if (providerId === null) continue;
      if (own) ownLoads.set(providerId, load);
      else take(providerId, load);
    }
    return ownLoads;
  }
}

/** To itself a transaction is not among those running. */
function withRunning(snapshot: string, id: string | null): string {
  const [xmin = '', xmax = '', running = ''] = snapshot.split(':');
  if (id === null || Number(id) >= Number(xmax)) return snapshot;
  const all = [...(running ? running.split(',') : []), id].sort((a, b) => Number(a) - Number(b));
  return `${xmin}:${xmax}:${all.join(',')}`;
}
