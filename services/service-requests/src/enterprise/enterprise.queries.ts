import { Injectable } from '@nestjs/common';
import { AccessLog, decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import { beginningWith, containing } from '../like';
import { readsIn } from './access';
import { toResponse, type EnterpriseQuery, type EnterpriseResponse } from './enterprise.dto';
import { EnterpriseRow } from './enterprise.row';
import { Enterprises } from './enterprise.service';

@Injectable()
export class EnterpriseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enterprises: Enterprises,
    private readonly log: AccessLog,
  ) {}

  async get(id: string, actor: Actor): Promise<EnterpriseResponse> {
    const row = await this.enterprises.getFor(actor, id);
    this.log.note(actor, { kind: 'enterprise', id, owner: { kind: 'enterprise', id }, areaCode: row.areaCode });
    return toResponse(row);
  }

  /** The firms the actor may see, in the order of registration. */
  async list(query: EnterpriseQuery, actor: Actor): Promise<Page<EnterpriseResponse>> {
    const { status, areaCode, q, limit, after } = query;
    const found = this.dataSource.manager
      .createQueryBuilder(EnterpriseRow, 'enterprise')
      .where(visibleTo(actor))
      .orderBy('enterprise.id')
      .take(limit + 1);
    if (after !== undefined) found.andWhere('enterprise.id > :after', { after: decodeCursor(after, 'id')[0] });
    if (status !== undefined) found.andWhere('enterprise.status = :status', { status });
    if (areaCode !== undefined) {
      const prefix = areaCode === '100000' ? '' : areaCode.replace(/(00){1,2}$/, '');
      found.andWhere('starts_with(enterprise.areaCode, :prefix)', { prefix });
    }
    if (q !== undefined) {
      const like = { name: containing(q), code: beginningWith(q.toUpperCase()) };
      found.andWhere('(enterprise.name ilike :name or enterprise.uscc like :code)', like);
    }
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }
}

/** The rule of `mayRead`, as a condition: its own firms, and for people of the window those of their areas. */
function visibleTo(actor: Actor): Brackets {
  return new Brackets((or) => {
    or.where('exists (select from enterprise_member m where m.enterprise_id = enterprise.id and m.sub = :sub)', {
      sub: actor.sub,
    });
    if (actor.org?.kind === 'enterprise') or.orWhere('enterprise.id::text = :own', { own: actor.org.id });
    or.orWhere('exists (select from unnest(:prefixes::text[]) as p where starts_with(enterprise.areaCode, p))', {
      prefixes: readsIn(actor),
    });
  });
}
