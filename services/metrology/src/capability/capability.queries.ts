import { nameKey } from '@qi/kernel';
import { Injectable } from '@nestjs/common';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { capabilityProblem } from './capability';
import type { Capability } from './capability';
import { CapabilityVersionRow } from './capability-version.row';
import { CapabilityRow } from './capability.row';

export interface CapabilityFilter {
  readonly instituteId?: string;
  readonly measurand?: string;
  readonly kind?: string;
  readonly status?: string;
  /** Instant: what the ledger said then. */
  readonly recordedAt?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<CapabilityRow> | SelectQueryBuilder<CapabilityVersionRow>;

@Injectable()
export class CapabilityQueries {
  constructor(private readonly dataSource: DataSource) {}

  async list(filter: CapabilityFilter, actor: Actor): Promise<Page<Capability>> {
    const { instituteId, measurand, kind, status, recordedAt, limit, after } = filter;
    const query = scoped(this.at(recordedAt), actor);
    if (instituteId) query.andWhere('c.institute_id = :instituteId', { instituteId });
    if (measurand) query.andWhere('c.measurand_key = :measurand', { measurand: nameKey(measurand) });
    if (kind) query.andWhere('c.kind = :kind', { kind });
    if (status) query.andWhere('c.status = :status', { status });
    if (after) query.andWhere('c.id > :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('c.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.id]);
  }

  /** Every version of a capability, oldest first. */
  async versions(id: string, actor: Actor): Promise<Capability[]> {
    const query = this.dataSource.manager.createQueryBuilder(CapabilityVersionRow, 'c').where('c.id = :id', { id });
    const rows = await scoped(query, actor).orderBy('c.version').getMany();
    if (rows.length === 0) throw capabilityProblem['not-found']({ id });
    return rows;
  }

  private at(recordedAt: string | undefined): Query {
    const { manager } = this.dataSource;
    if (recordedAt === undefined) return manager.createQueryBuilder(CapabilityRow, 'c').where('true');
    const latest = `c.version = (select max(v.version) from capability_version v where v.id = c.id and v.updated_at <= :recordedAt)`;
    return manager.createQueryBuilder(CapabilityVersionRow, 'c').where(latest, { recordedAt });
  }
}

/** Clerks and auditors see all, administrators those of their areas, others those of their institute. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  if (hasRole(actor, 'administrator', 'auditor')) {
    const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
    return query.andWhere(
      'exists (select from institute i where i.id = c.institute_id and i.area_code like any (:prefixes))',
      { prefixes },
    );
  }
  return query.andWhere('c.institute_id = :own', { own: actor.org?.kind === 'institution' ? actor.org.id : null });
}
