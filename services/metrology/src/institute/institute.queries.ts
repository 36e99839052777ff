import { Injectable } from '@nestjs/common';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type { Institute } from './institute';
import { instituteProblem } from './institute';
import { mayRead } from './institute.access';
import { InstituteRow } from './institute.row';

export interface InstituteFilter {
  readonly status?: string;
  readonly uscc?: string;
  readonly name?: string;
  readonly areaCode?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<InstituteRow>;

@Injectable()
export class InstituteQueries {
  constructor(private readonly dataSource: DataSource) {}

  async get(id: string, actor: Actor): Promise<Institute> {
    const row = await this.dataSource.manager.findOneBy(InstituteRow, { id });
    if (!row || !mayRead(actor, row)) throw instituteProblem['not-found']({ id });
    return row;
  }

  list(filter: InstituteFilter, actor: Actor): Promise<Page<Institute>> {
    return this.page(scoped(this.query(), actor), filter);
  }

  private query(): Query {
    return this.dataSource.manager.createQueryBuilder(InstituteRow, 'i');
  }

  private async page(query: Query, { status, uscc, name, areaCode, limit, after }: InstituteFilter) {
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
