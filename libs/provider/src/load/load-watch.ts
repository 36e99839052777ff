import type { EntityManager } from 'typeorm';
import type { ProviderLoad } from './provider-load';

export interface ChangedLoad {
  readonly providerId: string;
  readonly load: ProviderLoad;
  /** Changed by the transaction that asks: others do not see it yet, and it may still be undone. */
  readonly own: boolean;
}

// What a transaction wrote that had not ended when loads were read last is read again, so that nothing slips through.
const CHANGED = `
  select pg_snapshot_xmin(pg_current_snapshot())::text as since, load.*
  from (select) one left join (
    select provider_id as "providerId", open_jobs as "openJobs", completed, on_time as "onTime",
      star_sum as "starSum", star_count as "starCount", changed_by is not distinct from pg_current_xact_id_if_assigned() as own
    from provider_load where changed_by >= $1::xid8) load on true`;

type Row = ProviderLoad & { readonly since: string; readonly own: boolean; readonly providerId: string | null };

/** The loads of all providers, told by what has changed since they were asked for last: first everything, then little. */
export class LoadWatch {
  private since = '0';

  async changed(tx: EntityManager): Promise<ChangedLoad[]> {
    const rows = await tx.query<Row[]>(CHANGED, [this.since]);
    this.since = rows[0]?.since ?? this.since;
    return rows.flatMap(({ providerId, own, since: _, ...load }) => (providerId ? [{ providerId, load, own }] : []));
  }
}
