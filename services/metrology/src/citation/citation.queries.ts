import { Injectable } from '@nestjs/common';
import type { Citation } from '@qi/contracts';
import { parseStandardNumber } from '@qi/kernel';
import { areaPrefixes, citationOf, Citing, hasRole, type Actor, type Holding } from '@qi/platform';
import { DataSource } from 'typeorm';

const SHOWN = 20;
const IN_USE = `capability.status in ('active', 'suspended')`;

/** Methods are kept as published: the few thousand spellings are read here. */
const METHODS = `select distinct method from capability where ${IN_USE}`;

const HOLDERS = `
  select i.id, i.name, count(*)::int as count, (sum(count(*)) over ())::int as total
  from capability join institute as i on i.id = capability.institute_id
  where capability.method = any ($1::text[]) and ${IN_USE} and ($2::text[] is null or i.area_code like any ($2))
  group by i.id, i.name order by count(*) desc, i.name, i.id limit ${SHOWN}`;

/** A firm's instruments are told by their name: whose they are is known by its id alone here. */
const INSTRUMENTS = `
  select enterprise_id as id, name, count(*)::int as count, (sum(count(*)) over ())::int as total
  from instrument
  where standard = $1 and status <> 'scrapped' and ($2::text[] is null or area_code like any ($2))
  group by enterprise_id, name order by count(*) desc, name, enterprise_id limit ${SHOWN}`;

@Injectable()
export class CitationQueries extends Citing {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /**
   * Capabilities in use whose method is the standard, and the institutes that hold most of them; instruments that are
   * verified or calibrated by it: auditors see them everywhere, others in their areas alone.
   */
  async of(standard: string, actor: Actor): Promise<Citation[]> {
    const everywhere = hasRole(actor, 'clerk', 'steward', 'auditor');
    const areas = everywhere ? null : areaPrefixes(actor).map((area) => `${area}%`);
    const methods = await this.dataSource.query<{ method: string }[]>(METHODS);
    const meant = methods.map(({ method }) => method).filter((raw) => parseStandardNumber(raw)?.canonical === standard);
    const own = hasRole(actor, 'auditor') ? null : areaPrefixes(actor).map((area) => `${area}%`);
    return [
      citationOf('capability', await this.dataSource.query<Holding[]>(HOLDERS, [meant, areas])),
      citationOf('instrument', await this.dataSource.query<Holding[]>(INSTRUMENTS, [standard, own])),
    ];
  }
}
