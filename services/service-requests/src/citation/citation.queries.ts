import { Injectable } from '@nestjs/common';
import type { Citation } from '@qi/contracts';
import { areaPrefixes, citationOf, Citing, hasRole, type Actor, type Holding } from '@qi/platform';
import { DataSource } from 'typeorm';

const SHOWN = 20;

const ITEMS = `
  select id, name ->> 'zh' as name, 1 as count, (count(*) over ())::int as total from service_item
  where status = 'published' and standards @> array[$1] order by code limit ${SHOWN}`;

/** The condition of the index `task_cites`. */
const FIRMS = `
  select enterprise_id as id, min(enterprise ->> 'name') as name, count(*)::int as count,
    (sum(count(*)) over ())::int as total
  from task
  where jsonb_path_query_array(demand, '$.tests[*].methodStandard') ? $1
    and status in ('waiting', 'opened', 'offered', 'unroutable', 'accepted', 'in-progress')
    and ($2::text[] is null or area_code like any ($2))
  group by enterprise_id order by count(*) desc, 2, 1 limit ${SHOWN}`;

@Injectable()
export class CitationQueries extends Citing {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Items on offer and tasks under way that cite the standard; of tasks, the firms that ask most. */
  async of(standard: string, actor: Actor): Promise<Citation[]> {
    const areas = hasRole(actor, 'auditor') ? null : areaPrefixes(actor).map((area) => `${area}%`);
    const items = await this.dataSource.query<Holding[]>(ITEMS, [standard]);
    const firms = await this.dataSource.query<Holding[]>(FIRMS, [standard, areas]);
    return [citationOf('service-item', items), citationOf('task', firms)];
  }
}
