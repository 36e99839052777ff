import { Inject, Injectable } from '@nestjs/common';
import type { Element } from '@qi/contracts';
import { CLOCK, standardNumber, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { Brackets, DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type { Institution } from './institution';
import { institutionProblem } from './institution';
import { mayRead } from './institution.access';
import { InstitutionRow } from './institution.row';
import { USABLE_LINE } from '../scope-line/usable.sql';

export interface InstitutionFilter {
  readonly status?: string;
  readonly uscc?: string;
  readonly name?: string;
  readonly areaCode?: string;
  readonly limit: number;
  readonly after?: string;
}

export interface CapableFilter extends Omit<InstitutionFilter, 'status' | 'uscc'> {
  readonly element?: Element;
  /** Any of them is enough. Dated: that edition. Undated: all of the family. */
  readonly standards?: readonly string[];
}

type Query = SelectQueryBuilder<InstitutionRow>;

const HOLDS = `(l.standard = any (:editions) or l.family = any (:families)) and ${USABLE_LINE}`;

@Injectable()
export class InstitutionQueries {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(id: string, actor: Actor): Promise<Institution> {
    const row = await this.dataSource.manager.findOneBy(InstitutionRow, { id });
    if (!row || !mayRead(actor, row)) throw institutionProblem['not-found']({ id });
    return row;
  }

  list(filter: InstitutionFilter, actor: Actor): Promise<Page<Institution>> {
    return this.page(scoped(this.query(), actor), filter);
  }

  /** Where standards are asked for: those who may work to one of them today, with the sites that hold it. */
  async listActive({ element, standards = [], ...rest }: CapableFilter): Promise<Page<Institution>> {
    const filter = { ...rest, status: 'active' };
    const query = this.query();
    if (element) query.andWhere(':element = any (i.elements)', { element });
    if (standards.length === 0) return this.page(query, filter);
    const held = { ...numbersOf(standards), validOn: toBusinessDate(this.clock.now()) };
    query.andWhere(`exists (select from scope_line l where l.institution_id = i.id and ${HOLDS})`, held);
    const { items, ...page } = await this.page(query, filter);
    const holding = await this.sitesThatHold(items, held);
    return { ...page, items: items.map((each) => withSites(each, holding)) };
  }

  async getActive(id: string): Promise<Institution> {
    const row = await this.dataSource.manager.findOneBy(InstitutionRow, { id, status: 'active' });
    if (!row) throw institutionProblem['not-found']({ id });
    return row;
  }

  private async sitesThatHold(institutions: readonly Institution[], held: object): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.manager
      .createQueryBuilder()
      .select('distinct l.site_id', 'siteId')
      .from('scope_line', 'l')
      .where(`l.institution_id = any (:ids) and ${HOLDS}`, { ...held, ids: institutions.map(({ id }) => id) })
      .getRawMany<{ siteId: string }>();
    return new Set(rows.map(({ siteId }) => siteId));
  }

  private query(): Query {
    return this.dataSource.manager.createQueryBuilder(InstitutionRow, 'i');
  }

  private async page(query: Query, { status, uscc, name, areaCode, limit, after }: InstitutionFilter) {
    if (status) query.andWhere('i.status = :status', { status });
    if (uscc) query.andWhere('i.uscc = :uscc', { uscc: uscc.toUpperCase() });
    if (name) query.andWhere('strpos(i.name, :name) > 0', { name });
    if (areaCode) query.andWhere('i.area_code like :area', { area: `${areaCode.replace(/(00){1,2}$/, '')}%` });
    if (after) query.andWhere('i.id > :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('i.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.id]);
  }
}

function withSites(institution: Institution, shown: ReadonlySet<string>): Institution {
  return { ...institution, sites: institution.sites.filter(({ id }) => shown.has(id)) };
}

function numbersOf(standards: readonly string[]): { editions: string[]; families: string[] } {
  const numbers = standards.map((each) => standardNumber(each));
  return {
    editions: numbers.filter(({ year }) => year !== undefined).map(({ canonical }) => canonical),
    families: numbers.filter(({ year }) => year === undefined).map(({ family }) => family),
  };
}

/** As `mayRead`, for a list. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
  const own = actor.org?.kind === 'institution' ? actor.org.id : null;
  return query.andWhere(
    new Brackets((where) =>
      where
        .where('i.area_code like any (:prefixes)', { prefixes })
        .orWhere('i.id = :own', { own })
        .orWhere(`i.status = 'applied' and i.applied_by ->> 'sub' = :sub`, { sub: actor.sub }),
    ),
  );
}
