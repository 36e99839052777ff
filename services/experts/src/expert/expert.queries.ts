import { nameKey } from '@qi/kernel';
import { Injectable } from '@nestjs/common';
import { AccessLog, decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { expertProblem } from './expert';
import type { Expert } from './expert';
import { mayRead } from './expert.access';
import { ExpertRow } from './expert.row';

export interface ExpertFilter {
  readonly skill?: string;
  readonly name?: string;
  readonly active?: boolean;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<ExpertRow>;

@Injectable()
export class ExpertQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: AccessLog,
  ) {}

  async get(id: string, actor: Actor): Promise<Expert> {
    const row = await this.dataSource.manager.findOneBy(ExpertRow, { id });
    if (!row || !mayRead(actor, row)) throw expertProblem['not-found']({ id });
    this.log.note(actor, { kind: 'expert', id, owner: { kind: 'expert', id }, areaCode: row.areaCode });
    return row;
  }

  async list({ skill, name, active, limit, after }: ExpertFilter, actor: Actor): Promise<Page<Expert>> {
    const query = scoped(this.dataSource.manager.createQueryBuilder(ExpertRow, 'e').where('true'), actor);
    if (skill) query.andWhere('e.skill_keys @> :skills', { skills: [nameKey(skill)] });
    if (name) query.andWhere('strpos(e.name, :name) > 0', { name });
    if (active !== undefined) query.andWhere('e.active = :active', { active });
    if (after) query.andWhere('e.id > :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('e.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.id]);
  }
}

/** As `mayRead`, for a list. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
  const own = actor.org?.kind === 'expert' ? actor.org.id : null;
  return query.andWhere(
    new Brackets((where) =>
      where.where('e.area_code like any (:prefixes)', { prefixes }).orWhere('e.id = :own', { own }),
    ),
  );
}
