import { Injectable } from '@nestjs/common';
import { decodeCursor, hasRole, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { containing } from '../like';
import { serviceItemProblem, type ServiceItem } from './service-item';
import { toResponse, type ServiceItemQuery, type ServiceItemResponse } from './service-item.dto';
import { ServiceItemRow } from './service-item.row';

const SEARCHED = `concat_ws(' ', item.code, item.name ->> 'zh', item.name ->> 'en',
  item.description ->> 'zh', item.description ->> 'en')`;

@Injectable()
export class ServiceItemQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order in which they were drafted. */
  async list(query: ServiceItemQuery, actor: Actor | undefined): Promise<Page<ServiceItemResponse>> {
    const { status, element, code, q, limit, after } = query;
    const found = this.dataSource.manager
      .createQueryBuilder(ServiceItemRow, 'item')
      .where('item.status = :status', { status })
      .orderBy('item.id')
      .take(limit + 1);
    if (!seesDrafts(actor)) found.andWhere('item.publishedAt is not null');
    if (after !== undefined) found.andWhere('item.id > :after', { after: decodeCursor(after, 'id')[0] });
    if (element !== undefined) found.andWhere('item.element = :element', { element });
    if (code !== undefined) found.andWhere('item.code = :code', { code });
    if (q !== undefined) found.andWhere(`${SEARCHED} ilike :q`, { q: containing(q) });
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }

  async get(id: string, actor: Actor | undefined): Promise<ServiceItemResponse> {
    const row = await this.dataSource.manager.findOneBy(ServiceItemRow, { id });
    if (!row || !maySee(row, actor)) throw serviceItemProblem.unknown();
    return toResponse(row);
  }
}

/** What was ever published stays public; drafts, thrown away or not, are the administrators'. */
function maySee({ publishedAt }: Pick<ServiceItem, 'publishedAt'>, actor: Actor | undefined): boolean {
  return publishedAt !== null || seesDrafts(actor);
}

function seesDrafts(actor: Actor | undefined): boolean {
  return actor !== undefined && hasRole(actor, 'administrator', 'auditor');
}
