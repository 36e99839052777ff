import { Injectable } from '@nestjs/common';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type { Institution } from './institution';
import { institutionProblem } from './institution';
import { mayRead } from './institution.access';
import { InstitutionRow } from './institution.row';

export interface InstitutionFilter {
  readonly status?: string;
  readonly uscc?: string;
  readonly name?: string;
  readonly areaCode?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<InstitutionRow>;

@Injectable()
export class InstitutionQueries {
  constructor(private readonly dataSource: DataSource) {}

  async get(id: string, actor: Actor): Promise<Institution> {
    const row = await this.dataSource.manager.findOneBy(InstitutionRow, { id });
    if (!row || !mayRead(actor, row)) throw institutionProblem['not-found']({ id });
    return row;
  }

  list(filter: InstitutionFilter, actor: Actor): Promise<Page<Institution>> {
    return this.page(scoped(this.query(), actor), filter);
  }

  listActive(filter: Omit<InstitutionFilter, 'status' | 'uscc'>): Promise<Page<Institution>> {
    return this.page(this.query(), { ...filter, status: 'active' });
  }

  async getActive(id: string): Promise<Institution> {
    const row = await this.dataSource.manager.findOneBy(InstitutionRow, { id, status: 'active' });
    if (!row) throw institutionProblem['not-found']({ id });
    return row;
  }

  private query(): Query {
    return this.dataSource.manager.createQueryBuilder(InstitutionRow, 'i');
  }

  private async page(query: Query, { status, uscc, name, areaCode, limit, after }: InstitutionFilter) {
    if (status) query.andWhere('i.status = :status', { status });
    if (uscc) query.andWhere('i.uscc = :uscc', { uscc: uscc.toUpperCase() });
    if (name) query.andWhere('strpos(i.name, :name) > 0', { name });
    if (areaCode) query.andWhere('i.area_code like :area', { area: `${areaCode.replace(/(00){1,2}$/, '')}%` });
    if (after) query.andWhere('i.id > :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('i.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.id]);
  }
}

/** As `mayRead`, for a list. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
  const own = actor.org?.kind === 'institution' ? actor.org.id : null;
  return query.andWhere(
    new Brackets((where) =>
      where
        .where('i.area_code like any (:prefixes)', { prefixes })
        .orWhere('i.id = :own', { own })
        .orWhere(`i.status = 'applied' and i.applied_by ->> 'sub' = :sub`, { sub: actor.sub }),
    ),
  );
}
