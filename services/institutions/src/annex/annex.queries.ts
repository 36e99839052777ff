import { Injectable } from '@nestjs/common';
import type { AnnexStatus } from '@qi/contracts';
import { decodeCursor, hasRole, pageOf, overseenPrefixes } from '@qi/platform';
import type { Actor, Page, PageQuery } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { annexProblem, type Annex, type AnnexChange } from './annex';
import { AnnexRow } from './annex.row';
import type { Refusal } from './annex-line.store';

export interface AnnexFilter extends PageQuery {
  readonly institutionId?: string;
  readonly status?: AnnexStatus;
}

/** A line of an annex beside the register: what is new in it, or what it lacks. */
export interface AnnexLine {
  readonly n: string;
  readonly line: number | null;
  readonly siteId: string;
  readonly parameter: string;
  readonly standard: string;
  readonly clauses: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly change: AnnexChange | null;
  readonly fields: readonly string[];
  readonly lineId: string | null;
}

const LINES = `
  select n, line, site_id as "siteId", parameter, standard, clauses, details, change, fields, line_id as "lineId"
  from annex_line where annex_id = $1 and n > $2 and ($3::text is null or change = $3) order by n limit $4`;

const REFUSALS = `
  select line, field, value, words from annex_refusal
  where annex_id = $1 and (line, field, value) > ($2, $3, $4) order by line, field, value limit $5`;

@Injectable()
export class AnnexQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly institutions: InstitutionService,
  ) {}

  /** Newest first. */
  async list({ institutionId, status, limit, after }: AnnexFilter, actor: Actor): Promise<Page<Annex>> {
    const query = scoped(this.dataSource.manager.createQueryBuilder(AnnexRow, 'a').where('true'), actor);
    if (institutionId) query.andWhere('a.institution_id = :institutionId', { institutionId });
    if (status) query.andWhere('a.status = :status', { status });
    if (after) query.andWhere('a.id < :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('a.id', 'DESC')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  async get(id: string, actor: Actor): Promise<Annex> {
    const { manager } = this.dataSource;
    const annex = await manager.findOneBy(AnnexRow, { id });
    if (!annex || !(await this.institutions.mayRead(annex.institutionId, actor, manager))) {
      throw annexProblem['not-found']({ id });
    }
    return annex;
  }

  /** What the annex says, all or what is added, changed, kept or gone. */
  async lines(
    id: string,
    { change, limit, after }: PageQuery & { readonly change?: AnnexChange },
    actor: Actor,
  ): Promise<Page<AnnexLine>> {
    await this.get(id, actor);
    const from = after ? decodeCursor(after, 'number')[0] : '0';
    const rows = await this.dataSource.query<AnnexLine[]>(LINES, [id, from, change ?? null, limit + 1]);
    return pageOf(rows, limit, ({ n }) => [n]);
  }

  /** In the order of the file. */
  async refusals(id: string, { limit, after }: PageQuery, actor: Actor): Promise<Page<Refusal>> {
    await this.get(id, actor);
    const from = after ? decodeCursor(after, 'number', 'text', 'text') : ['0', '', ''];
    const rows = await this.dataSource.query<Refusal[]>(REFUSALS, [id, ...from, limit + 1]);
    return pageOf(rows, limit, ({ line, field, value }) => [String(line), field, value]);
  }
}

/** Clerks and auditors see all, administrators those of their areas, others those of their institution. */
function scoped(query: SelectQueryBuilder<AnnexRow>, actor: Actor): SelectQueryBuilder<AnnexRow> {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return query;
  if (hasRole(actor, 'administrator', 'auditor')) {
    const prefixes = overseenPrefixes(actor).map((area) => `${area}%`);
    return query.andWhere(
      'exists (select from institution i where i.id = a.institution_id and i.area_code like any (:prefixes))',
      { prefixes },
    );
  }
  return query.andWhere('a.institution_id = :own', { own: actor.org?.kind === 'institution' ? actor.org.id : null });
}
