import { Injectable } from '@nestjs/common';
import { AccessLog, decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { instrumentProblem } from './instrument';
import type { Instrument } from './instrument';
import { mayRead } from './instrument.access';
import { InstrumentRow } from './instrument.row';

export interface InstrumentFilter {
  readonly enterpriseId?: string;
  readonly status?: string;
  readonly dueBefore?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<InstrumentRow>;

@Injectable()
export class InstrumentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: AccessLog,
  ) {}

  async get(id: string, actor: Actor): Promise<Instrument> {
    const row = await this.dataSource.manager.findOneBy(InstrumentRow, { id });
    if (!row || !mayRead(actor, row)) throw instrumentProblem['not-found']({ id });
    const { enterpriseId, areaCode } = row;
    this.log.note(actor, { kind: 'instrument', id, owner: { kind: 'enterprise', id: enterpriseId }, areaCode });
    return row;
  }

  /** Soonest due first. */
  async list(
    { enterpriseId, status, dueBefore, limit, after }: InstrumentFilter,
    actor: Actor,
  ): Promise<Page<Instrument>> {
    const query = scoped(this.dataSource.manager.createQueryBuilder(InstrumentRow, 'i').where('true'), actor);
    if (enterpriseId) query.andWhere('i.enterprise_id = :enterpriseId', { enterpriseId });
    if (status) query.andWhere('i.status = :status', { status });
    if (dueBefore) query.andWhere('i.due_on < :dueBefore', { dueBefore });
    if (after) {
      const [dueOn, id] = decodeCursor(after, 'date', 'id');
      query.andWhere('(i.due_on, i.id) > (:dueOn::date, :id::uuid)', { dueOn, id });
    }
    const rows = await query
      .orderBy('i.due_on')
      .addOrderBy('i.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.dueOn, last.id]);
  }
}

/** As `mayRead`, for a list. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward')) return query;
  if (hasRole(actor, 'administrator', 'auditor')) {
    return query.andWhere('i.area_code like any (:prefixes)', {
      prefixes: overseenPrefixes(actor).map((area) => `${area}%`),
    });
  }
  return query.andWhere('i.enterprise_id = :own', { own: actor.org?.kind === 'enterprise' ? actor.org.id : null });
}
