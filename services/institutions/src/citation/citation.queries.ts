import { Injectable } from '@nestjs/common';
import type { Citation } from '@qi/contracts';
import { areaPrefixes, citationOf, Citing, hasRole, type Actor, type Holding } from '@qi/platform';
import { DataSource } from 'typeorm';

const SHOWN = 20;

const HOLDERS = `
  select i.id, i.name, count(*)::int as count, (sum(count(*)) over ())::int as total
  from scope_line as line join institution as i on i.id = line.institution_id
  where line.standard = $1 and line.rev_to is null and line.status in ('active', 'suspended')
    and ($2::text[] is null or i.area_code like any ($2))
  group by i.id, i.name order by count(*) desc, i.name, i.id limit ${SHOWN}`;

@Injectable()
export class CitationQueries extends Citing {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Scope lines in use that cite the standard, and the institutions that hold most of them. */
  async of(standard: string, actor: Actor): Promise<Citation[]> {
    const everywhere = hasRole(actor, 'clerk', 'steward', 'auditor');
    const areas = everywhere ? null : areaPrefixes(actor).map((area) => `${area}%`);
    return [citationOf('scope-line', await this.dataSource.query<Holding[]>(HOLDERS, [standard, areas]))];
  }
}
