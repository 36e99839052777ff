import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differences } from '../scope-line/scope-line';
import { TakeoverService } from '../scope-line/takeover.service';
import { InstitutionService } from '../institution/institution.service';
import { openSites, type Site } from '../institution/site';
import { sitesOf, type Annex, type AnnexChange } from './annex';
import { AnnexLineStore } from './annex-line.store';

/** Grows or shrinks with every change of what the institution holds under the scheme. */
const STATE = `
  select count(*) || ':' || coalesce(sum(hashtextextended(id || ':' || version, 0)), 0) as state
  from scope_line
  where institution_id = $1 and scheme = $2 and rev_to is null and status in ('proposed', 'active', 'suspended')`;

const MARK = `
  update annex_line l set change = seen.change, fields = seen.fields, line_id = seen."lineId"
  from json_to_recordset($1::json) as seen (n bigint, change text, fields text[], "lineId" uuid)
  where l.n = seen.n`;

/** A proposal of the holder is no line that could be gone. */
const GONE = `
  insert into annex_line (annex_id, site_id, object_key, parameter, standard, clauses, details, change, line_id)
  select $1, l.site_id, l.object_key, l.parameter, l.standard, l.clauses, jsonb_build_object('certNo', l.cert_no,
    'category', l.category, 'object', l.object, 'method', l.method, 'limitNote', l.limit_note,
    'validFrom', l.valid_from, 'validTo', l.valid_to), 'gone', l.id
  from scope_line l
  where l.institution_id = $2 and l.scheme = $3 and l.site_id = any ($4::uuid[]) and l.rev_to is null
    and l.status in ('active', 'suspended') and not exists (
      select from annex_line a where a.annex_id = $1 and a.site_id = l.site_id and a.object_key = l.object_key
        and a.parameter = l.parameter and a.standard = l.standard and a.clauses = l.clauses)
  order by l.id`;

const COUNTS = `select change, count(*)::integer as count from annex_line where annex_id = $1 group by change`;

export type ComparisonResult = Pick<Annex, 'added' | 'changed' | 'kept' | 'gone' | 'registerState'>;

/** What an annex would change in the register. */
@Injectable()
export class AnnexComparison {
  constructor(
    private readonly lines: AnnexLineStore,
    private readonly takeover: TakeoverService,
    private readonly institutions: InstitutionService,
  ) {}

  /** The institution's sites, and ids of those that the annex speaks for. */
  async sitesOf(tx: EntityManager, annex: Annex): Promise<{ open: readonly Site[]; covered: readonly string[] }> {
    const { sites } = await this.institutions.getById(annex.institutionId, tx);
    const open = openSites(sites);
    return { open, covered: sitesOf(annex, open) };
  }

  /** The register as far as the annex speaks of it, in one text. */
  async stateOf(tx: EntityManager, { institutionId, scheme }: Annex): Promise<string> {
    const [row] = await tx.query<{ state: string }[]>(STATE, [institutionId, scheme]);
    return row!.state;
  }

  /** Marks every line of the annex as added, changed or kept, and adds those that are gone. May be run again. */
  async run(tx: EntityManager, annex: Annex): Promise<ComparisonResult> {
    const { covered } = await this.sitesOf(tx, annex);
    const registerState = await this.stateOf(tx, annex);
    await tx.query(`delete from annex_line where annex_id = $1 and change = 'gone'`, [annex.id]);
    for await (const { numbers, wanted } of this.lines.linesOf(tx, annex, {
      by: annex.submittedBy,
      at: annex.submittedAt,
    })) {
      const held = await this.takeover.held(tx, wanted);
      const marks = wanted.map((line, at) => ({ n: numbers[at], ...changeOf(held[at], line) }));
      await tx.query(MARK, [JSON.stringify(marks)]);
    }
    if (annex.extent === 'whole') await tx.query(GONE, [annex.id, annex.institutionId, annex.scheme, covered]);
    const counts = await tx.query<{ change: AnnexChange; count: number }[]>(COUNTS, [annex.id]);
    const none = { added: 0, changed: 0, kept: 0, gone: 0 };
    return { ...none, ...Object.fromEntries(counts.map(({ change, count }) => [change, count])), registerState };
  }
}

type Line = Parameters<typeof differences>[0];

function changeOf(held: Line | undefined, wanted: Line): { change: AnnexChange; fields: string[]; lineId?: string } {
  if (!held) return { change: 'added', fields: [] };
  const fields = differences(held, wanted);
  return { change: fields.length > 0 ? 'changed' : 'kept', fields, lineId: held.id };
}
