import { newId } from '@qi/kernel';
import { AnnexLines, type AnnexChange, type FileLine, type LinePage } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { propose } from '../scope-line/scope-line';
import type { Particular, Revision, ScopeLine } from '../scope-line/scope-line';
import type { ScopeAnnex } from './annex';

/** A line of an annex as it is kept, beside the register: `line` is that of the file, null for one that is gone. */
export interface AnnexLine {
  readonly n: string;
  readonly line: number | null;
  readonly siteId: string;
  readonly parameter: string;
  readonly standard: string;
  readonly clauses: readonly string[];
  readonly details: Pick<
    ScopeLine,
    'certNo' | 'category' | 'object' | 'method' | 'limitNote' | 'validFrom' | 'validTo'
  >;
  readonly change: AnnexChange | null;
  readonly fields: readonly string[];
  readonly lineId: string | null;
}

/** What a line is beside the register, and in what it differs from the line held. */
export interface Mark {
  readonly n: string;
  readonly change: AnnexChange;
  readonly fields: readonly Particular[];
  readonly lineId?: string;
}

const INSERT = `
  insert into annex_line (annex_id, line, site_id, object_key, parameter, standard, clauses, details)
  select $1, line, "siteId", "objectKey", parameter, standard, clauses, details
  from json_to_recordset($2::json) as read
    (line integer, "siteId" uuid, "objectKey" text, parameter text, standard text, clauses text[], details jsonb)
  on conflict do nothing
  returning site_id as "siteId", object_key as "objectKey", parameter, standard, clauses`;

const LINES = `
  select n, line, site_id as "siteId", parameter, standard, clauses, details, change, fields, line_id as "lineId"
  from annex_line where annex_id = $1 and n > $2 and ($3::text[] is null or change = any ($3)) order by n limit $4`;

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

type Key = Pick<ScopeLine, 'siteId' | 'objectKey' | 'parameter' | 'standard' | 'clauses'>;

/** The lines of annexes, under the key by which the register holds a line once. */
export class AnnexLineStore extends AnnexLines<ScopeLine, AnnexLine> {
  keyOf({ siteId, objectKey, parameter, standard, clauses }: Key): string {
    return JSON.stringify([siteId, objectKey, parameter, standard, clauses]);
  }

  nameOf({ object, parameter, standard }: ScopeLine): string {
    return `${object} ${parameter} ${standard}`;
  }

  async insert(tx: EntityManager, annexId: string, lines: readonly FileLine<ScopeLine>[]): Promise<string[]> {
    const rows = lines.map(({ line, wanted }) => ({ line, ...wanted, details: detailsOf(wanted) }));
    const kept = await tx.query<Key[]>(INSERT, [annexId, JSON.stringify(rows)]);
    return kept.map((key) => this.keyOf(key));
  }

  page(tx: EntityManager, annexId: string, { changes, after, most }: LinePage): Promise<AnnexLine[]> {
    return tx.query<AnnexLine[]>(LINES, [annexId, after, changes, most]);
  }

  async mark(tx: EntityManager, marks: readonly Mark[]): Promise<void> {
    await tx.query(MARK, [JSON.stringify(marks)]);
  }

  /** Adds what is held at these sites and stands nowhere in the annex. */
  async addGone(tx: EntityManager, { id, providerId, scheme }: ScopeAnnex, sites: readonly string[]): Promise<void> {
    await tx.query(GONE, [id, providerId, scheme, sites]);
  }
}

function detailsOf({ certNo, category, object, method, limitNote, validFrom, validTo }: ScopeLine) {
  return { certNo, category, object, method, limitNote, validFrom, validTo };
}

/** A line that was kept, as the register would hold it. */
export function wantedOf({ siteId, parameter, details }: AnnexLine, annex: ScopeAnnex, revision: Revision): ScopeLine {
  const { providerId: institutionId, scheme } = annex;
  const nothing = { rangeMin: null, rangeMax: null, unit: null, uncertainty: null };
  return propose({ ...details, ...nothing, siteId, scheme, parameter }, { id: newId(), institutionId }, revision);
}
