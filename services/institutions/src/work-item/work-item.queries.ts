import { Injectable } from '@nestjs/common';
import { decodeCursor, overseenPrefixes, pageOf, type Actor, type Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import type { WorkItem } from './work-item';
import type { WorkItemQuery } from './work-item.dto';
import { WorkItemRow } from './work-item.row';

@Injectable()
export class WorkItemQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** An institution's people see its own, administrators those of their areas, auditors all; what ends first comes first. */
  async list({ status, institutionId, limit, after }: WorkItemQuery, actor: Actor): Promise<Page<WorkItem>> {
    const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
    const own = actor.org?.kind === 'institution' ? actor.org.id : null;
    const query = this.dataSource.manager.createQueryBuilder(WorkItemRow, 'item').where(
      new Brackets((where) =>
        where
          .where('item.institution_id = :own', { own })
          .orWhere(
            'exists (select from institution i where i.id = item.institution_id and i.area_code like any (:prefixes))',
            {
              prefixes,
            },
          ),
      ),
    );
    if (status) query.andWhere('item.status = :status', { status });
    if (institutionId) query.andWhere('item.institution_id = :institutionId', { institutionId });
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
