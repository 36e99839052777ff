import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { RequestViews } from './request-view.service';
import type { RequestQuery } from './service-request.dto';
import { ServiceRequestRow } from './service-request.row';
import { ServiceRequests } from './service-request.service';
import type { RequestResponse, RequestSummary } from './service-request.view';

const OVERDUE = `exists (
  select from limit_clock c where c.request_id = request.id and c.level > 0 and c.status = 'running')`;
const STUCK = `exists (select from task t where t.request_id = request.id and t.status = 'unroutable')`;
const UNITEMISED = `request.status = 'submitted' and request.lines = '[]'`;

@Injectable()
export class RequestQueries {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly access: CaseAccess,
    private readonly views: RequestViews,
    private readonly dataSource: DataSource,
  ) {}

  async get(id: string, actor: Actor): Promise<RequestResponse> {
    return this.views.of(await this.requests.getFor(actor, id));
  }

  async list(query: RequestQuery, actor: Actor): Promise<Page<RequestSummary>> {
    const { limit, after, order } = query;
    const oldest = order === 'oldest';
    const found = (await this.visible(actor)).orderBy('request.id', oldest ? 'ASC' : 'DESC').take(limit + 1);
    if (after !== undefined)
      found.andWhere(`request.id ${oldest ? '>' : '<'} :after`, { after: decodeCursor(after, 'id')[0] });
    filter(found, query);
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: await this.views.summariesOf(page.items) };
  }

  /** How much work lies where, for the saved views of a work list. */
  async counts(query: Pick<RequestQuery, 'platformId'>, actor: Actor): Promise<RequestCounts> {
    const found = await this.visible(actor);
    filter(found, query);
    const rows = await found
      .select('request.status', 'status')
      .addSelect('count(*)::int', 'n')
      .addSelect(`(count(*) filter (where ${OVERDUE}))::int`, 'overdue')
      .addSelect(`(count(*) filter (where ${STUCK}))::int`, 'stuck')
      .addSelect(`(count(*) filter (where ${UNITEMISED}))::int`, 'unitemised')
      .groupBy('request.status')
      .getRawMany<CountRow>();
    const sum = (of: Exclude<keyof CountRow, 'status'>) => rows.reduce((total, row) => total + row[of], 0);
    return {
      total: sum('n'),
      byStatus: Object.fromEntries(rows.map(({ status, n }) => [status, n])),
      overdue: sum('overdue'),
      unroutable: sum('stuck'),
      toItemise: sum('unitemised'),
    };
  }

  private async visible(actor: Actor): Promise<SelectQueryBuilder<ServiceRequestRow>> {
    return this.dataSource.manager
      .createQueryBuilder(ServiceRequestRow, 'request')
      .where(await this.access.visibleTo(actor, 'request'));
  }
}

export interface RequestCounts {
  readonly total: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Requests with a breached clock. */
  readonly overdue: number;
  /** Requests with a task that nobody can take. */
  readonly unroutable: number;
  /** Submitted problems without services yet. */
  readonly toItemise: number;
}

interface CountRow {
  status: string;
  n: number;
  overdue: number;
  stuck: number;
  unitemised: number;
}

function filter(found: SelectQueryBuilder<ServiceRequestRow>, query: Partial<RequestQuery>): void {
  const { status, element, platformId, enterpriseId, channel, overdue, number } = query;
  for (const [name, value] of Object.entries({ status, platformId, enterpriseId, channel })) {
    if (value !== undefined) found.andWhere(`request.${name} = :${name}`, { [name]: value });
  }
  if (element !== undefined) found.andWhere('request.lines @> :element', { element: JSON.stringify([{ element }]) });
  if (overdue !== undefined) found.andWhere(overdue ? OVERDUE : `not ${OVERDUE}`);
  if (number !== undefined) found.andWhere('starts_with(request.number, :number)', { number: number.toUpperCase() });
}
