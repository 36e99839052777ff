import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, nameKey, standardNumber, tidyName, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { scopeLineProblem } from './scope-line';
import type { ScopeLine } from './scope-line';
import { ScopeLineRow } from './scope-line.row';
import { USABLE_LINE } from './usable.sql';

export interface ScopeLineFilter {
  readonly institutionId?: string;
  readonly siteId?: string;
  /** Dated: that edition. Undated: all of the family. */
  readonly standard?: string;
  readonly object?: string;
  readonly parameter?: string;
  readonly scheme?: string;
  readonly status?: string;
  /** Business date on which the line may be used. */
  readonly validOn?: string;
  /** Instant: what the register said then. */
  readonly recordedAt?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = SelectQueryBuilder<ScopeLineRow>;

@Injectable()
export class ScopeLineQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly institutions: InstitutionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(filter: ScopeLineFilter, actor: Actor): Promise<Page<ScopeLine>> {
    return this.page(scoped(this.query(), actor), filter);
  }

  /** What active institutions may do today, to standards that are in force. */
  listUsable(filter: Omit<ScopeLineFilter, 'validOn' | 'recordedAt'>): Promise<Page<ScopeLine>> {
    const validOn = toBusinessDate(this.clock.now());
    const active = `exists (select from institution i where i.id = l.institution_id and i.status = 'active')`;
    return this.page(this.query().where(`${active} and ${USABLE_LINE}`, { validOn }), filter);
  }

  /** Every version of a line, oldest first. */
  async versions(id: string, actor: Actor): Promise<ScopeLine[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(ScopeLineRow, { where: { id }, order: { version: 'asc' } });
    const [first] = rows;
    if (!first || !(await this.institutions.mayRead(first.institutionId, actor, manager))) {
      throw scopeLineProblem['not-found']({ id });
    }
    return rows;
  }

  private query(): Query {
    return this.dataSource.manager.createQueryBuilder(ScopeLineRow, 'l').where('true');
  }

  private async page(query: Query, filter: ScopeLineFilter): Promise<Page<ScopeLine>> {
    const { institutionId, siteId, scheme, status, limit, after } = filter;
    if (institutionId) query.andWhere('l.institution_id = :institutionId', { institutionId });
    if (siteId) query.andWhere('l.site_id = :siteId', { siteId });
    if (scheme) query.andWhere('l.scheme = :scheme', { scheme });
    if (status) query.andWhere('l.status = :status', { status });
    if (after) query.andWhere('l.id > :after', { after: decodeCursor(after, 'id')[0] });
    at(about(query, filter), filter);
    const rows = await query
      .orderBy('l.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, (last) => [last.id]);
  }
}

/** What the lines are about. Throws `standard-number/unparseable`. */
function about(query: Query, { standard, object, parameter }: ScopeLineFilter): Query {
  if (standard) {
    const { canonical, family, year } = standardNumber(standard);
    if (year === undefined) query.andWhere('l.family = :family', { family });
    else query.andWhere('l.standard = :canonical', { canonical });
  }
  if (object) query.andWhere('l.object_key = :object', { object: nameKey(object) });
  if (parameter) query.andWhere('l.parameter = :parameter', { parameter: tidyName(parameter) });
  return query;
}

/** Which versions: those of the register at an instant (now, unless told), usable on a day. */
function at(query: Query, { validOn, recordedAt }: ScopeLineFilter): void {
  if (recordedAt)
    query.andWhere('l.rev_from <= :recordedAt and (l.rev_to is null or l.rev_to > :recordedAt)', { recordedAt });
  else query.andWhere('l.rev_to is null');
  if (validOn)
    query.andWhere(`l.status = 'active' and l.valid_from <= :validOn and l.valid_to >= :validOn`, { validOn });
}

/** Clerks and auditors see all lines, administrators those of their areas, others those of their institution. */
function scoped(query: Query, actor: Actor): Query {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  if (hasRole(actor, 'administrator', 'auditor')) {
    const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
    return query.andWhere(
      'exists (select from institution i where i.id = l.institution_id and i.area_code like any (:prefixes))',
      { prefixes },
    );
  }
  return query.andWhere('l.institution_id = :own', { own: actor.org?.kind === 'institution' ? actor.org.id : null });
}
