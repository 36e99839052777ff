import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { CurrentCalendar, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { idAfter } from '../id-cursor';
import { Tasks } from '../task/task.service';
import { Clocks } from '../time-limit/clocks.service';
import { DuplicateHints } from './duplicate-hints';
import { LineReader } from './line-reader';
import { planOf } from './request-planner';
import { isEditable, type ServiceRequest } from './service-request';
import type { RequestQuery } from './service-request.dto';
import { ServiceRequestRow } from './service-request.row';
import { ServiceRequests } from './service-request.service';
import { toResponse, toSummary, type RequestResponse, type RequestSummary } from './service-request.view';

const OVERDUE = `exists (select from limit_clock c where c.request_id = request.id and c.level > 0 and c.status = 'running')`;

@Injectable()
export class RequestQueries {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly access: CaseAccess,
    private readonly lines: LineReader,
    private readonly hints: DuplicateHints,
    private readonly tasks: Tasks,
    private readonly clocks: Clocks,
    private readonly calendar: CurrentCalendar,
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(id: string, actor: Actor): Promise<RequestResponse> {
    return this.view(await this.requests.getFor(actor, id));
  }

  /** The request with its tasks, clocks, dates, and for a draft what still hinders submission. */
  async view(request: ServiceRequest): Promise<RequestResponse> {
    const at = this.clock.now();
    const { manager } = this.dataSource;
    const [tasks, clocks] = await Promise.all([this.tasks.listOf([request.id]), this.clocks.viewsOf([request.id], at)]);
    const open = isEditable(request.status);
    const missing = open
      ? this.lines.hindrances(request, toBusinessDate(at), await this.lines.catalogueOf(request.lines, manager))
      : [];
    const hints =
      open || request.status === 'submitted' ? await this.hints.of([request], at, manager) : new Map<string, never>();
    const plan = planOf(request, tasks, at, this.calendar);
    return toResponse(request, { tasks, clocks, plan, missing, hints: hints.get(request.id) ?? [] });
  }

  async list(query: RequestQuery, actor: Actor): Promise<Page<RequestSummary>> {
    const { limit, after, order } = query;
    const found = (await this.visible(actor))
      .orderBy('request.id', order === 'oldest' ? 'ASC' : 'DESC')
      .take(limit + 1);
    if (after !== undefined)
      found.andWhere(`request.id ${order === 'oldest' ? '>' : '<'} :after`, { after: idAfter(after) });
    filter(found, query);
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    const ids = page.items.map(({ id }) => id);
    const [tasks, clocks] = await Promise.all([this.tasks.listOf(ids), this.clocks.viewsOf(ids, this.clock.now())]);
    const items = page.items.map((request) =>
      toSummary(
        request,
        tasks.filter(({ requestId }) => requestId === request.id),
        clocks.filter(({ requestId }) => requestId === request.id),
      ),
    );
    return { ...page, items };
  }

  /** How much work lies where, for the saved views of a work list. */
  async counts(query: Pick<RequestQuery, 'platformId'>, actor: Actor): Promise<RequestCounts> {
    const found = await this.visible(actor);
    filter(found, query);
    const rows = await found
      .select('request.status', 'status')
      .addSelect('count(*)::int', 'n')
      .addSelect(`(count(*) filter (where ${OVERDUE}))::int`, 'overdue')
      .addSelect(`(count(*) filter (where request.status = 'submitted' and request.lines = '[]'))::int`, 'unitemised')
      .addSelect(
        `(count(*) filter (where exists (select from task t where t.request_id = request.id and t.status = 'unroutable')))::int`,
        'unroutable',
      )
      .groupBy('request.status')
      .getRawMany<{ status: string; n: number; overdue: number; unitemised: number; unroutable: number }>();
    const sum = (of: 'n' | 'overdue' | 'unitemised' | 'unroutable') => rows.reduce((total, row) => total + row[of], 0);
    return {
      total: sum('n'),
      byStatus: Object.fromEntries(rows.map(({ status, n }) => [status, n])),
      overdue: sum('overdue'),
      unroutable: sum('unroutable'),
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

function filter(found: SelectQueryBuilder<ServiceRequestRow>, query: Partial<RequestQuery>): void {
  const { status, element, platformId, enterpriseId, channel, overdue, number } = query;
  const equal = { status, platformId, enterpriseId, channel };
  for (const [name, value] of Object.entries(equal)) {
    if (value !== undefined) found.andWhere(`request.${name} = :${name}`, { [name]: value });
  }
  if (element !== undefined) found.andWhere('request.lines @> :element', { element: JSON.stringify([{ element }]) });
  if (overdue !== undefined) found.andWhere(overdue ? OVERDUE : `not ${OVERDUE}`);
  if (number !== undefined) found.andWhere('starts_with(request.number, :number)', { number: number.toUpperCase() });
}
