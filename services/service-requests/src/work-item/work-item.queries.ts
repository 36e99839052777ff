import { Injectable } from '@nestjs/common';
import { decodeCursor, hasRole, pageOf, type Actor, type Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import type { WorkItem } from './work-item';
import type { WorkItemQuery } from './work-item.dto';
import { WorkItemRow } from './work-item.row';

@Injectable()
export class WorkItemQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  /** About requests whoever sees the request, about items the window; what ends first comes first. */
  async list({ status, kind, requestId, limit, after }: WorkItemQuery, actor: Actor): Promise<Page<WorkItem>> {
    const own = await this.access.visibleTo(actor, 'item');
    const window = hasRole(actor, 'clerk', 'administrator', 'auditor');
    const query = this.dataSource.manager
      .createQueryBuilder(WorkItemRow, 'item')
      .where(new Brackets((where) => where.where(own).orWhere(window ? `item.kind = 'item'` : 'false')));
    if (status) query.andWhere('item.status = :status', { status });
    if (kind) query.andWhere('item.kind = :kind', { kind });
    if (requestId) query.andWhere('item.request_id = :requestId', { requestId });
    if (after) {
      const [endsOn, id] = decodeCursor(after, 'date', 'id');
      query.andWhere('(item.ends_on, item.id) > (:endsOn, :id)', { endsOn, id });
    }
    const rows = await query
      .orderBy('item.endsOn')
      .addOrderBy('item.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.endsOn, last.id]);
  }
}
