import { Injectable } from '@nestjs/common';
import { newId } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { FieldFault } from '../annex-file/fault';
import { propose } from '../scope-line/scope-line';
import type { Revision, ScopeLine } from '../scope-line/scope-line';
import type { Annex, AnnexChange } from './annex';

/** A line of a file, as the register would hold it. */
export interface FileLine {
  readonly line: number;
  readonly wanted: ScopeLine;
}

export interface Refusal extends FieldFault {
  readonly line: number;
}

/** A line of an annex as it is kept. */
interface StoredLine {
  readonly n: string;
  readonly siteId: string;
  readonly parameter: string;
  readonly details: Pick<
    ScopeLine,
    'certNo' | 'category' | 'object' | 'method' | 'limitNote' | 'validFrom' | 'validTo'
  >;
}

/** The count of refusals is exact; the report keeps the first of them. */
export const MOST_REFUSALS = 10_000;
const CHUNK = 1_000;
const AGAIN = { zh: '同一文件中已出现过', en: 'stands in the file already' };

const INSERT = `
  insert into annex_line (annex_id, line, site_id, object_key, parameter, standard, clauses, details)
  select $1, line, "siteId", "objectKey", parameter, standard, clauses, details
  from json_to_recordset($2::json) as read
    (line integer, "siteId" uuid, "objectKey" text, parameter text, standard text, clauses text[], details jsonb)
  on conflict do nothing
  returning site_id as "siteId", object_key as "objectKey", parameter, standard, clauses`;

const REFUSE = `
  insert into annex_refusal (annex_id, line, field, value, words)
  select $1, line, field, value, words
  from json_to_recordset($2::json) as refusal (line integer, field text, value text, words jsonb)
  on conflict do nothing`;

const LINES = `
  select n, site_id as "siteId", parameter, details from annex_line
  where annex_id = $1 and n > $2 and line is not null and ($3::text[] is null or change = any ($3))
  order by n limit $4`;

const GONE = `select n, line_id as id from annex_line where annex_id = $1 and n > $2 and change = 'gone' order by n limit $3`;

/** The lines of annexes: what each said stays for ever. */
@Injectable()
export class AnnexLineStore {
  /** Keeps lines and answers those that the file holds already. */
  async add(tx: EntityManager, annexId: string, lines: readonly FileLine[]): Promise<Refusal[]> {
    const first = new Map<string, FileLine>();
    for (const read of lines) if (!first.has(keyOf(read.wanted))) first.set(keyOf(read.wanted), read);
    const rows = [...first.values()].map(({ line, wanted }) => ({ line, ...wanted, details: detailsOf(wanted) }));
    const kept = await tx.query<Parameters<typeof keyOf>[0][]>(INSERT, [annexId, JSON.stringify(rows)]);
    const entered = new Set(kept.map(keyOf));
    const again = lines.filter((read) => !entered.has(keyOf(read.wanted)) || first.get(keyOf(read.wanted)) !== read);
    return again.map(({ line, wanted: { object, parameter, standard } }) => {
      return { line, field: 'row', value: `${object} ${parameter} ${standard}`.slice(0, 200), words: AGAIN };
    });
  }

  async refuse(tx: EntityManager, annexId: string, refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length > 0) await tx.query(REFUSE, [annexId, JSON.stringify(refusals)]);
  }

  /** The lines of the file in batches, all or those of some changes. */
  async *linesOf(
    tx: EntityManager,
    annex: Annex,
    revision: Revision,
    changes: readonly AnnexChange[] | null = null,
  ): AsyncIterable<{ numbers: string[]; wanted: ScopeLine[] }> {
    for (let after = '0'; ;) {
      const rows = await tx.query<StoredLine[]>(LINES, [annex.id, after, changes, CHUNK]);
      if (rows.length === 0) return;
      after = rows.at(-1)!.n;
      yield { numbers: rows.map(({ n }) => n), wanted: rows.map((row) => lineOf(row, annex, revision)) };
    }
  }

  /** Ids of the register's lines that the annex lacks, in batches. */
  async *goneOf(tx: EntityManager, annexId: string): AsyncIterable<string[]> {
    for (let after = '0'; ;) {
      const rows = await tx.query<{ n: string; id: string }[]>(GONE, [annexId, after, CHUNK]);
      if (rows.length === 0) return;
      after = rows.at(-1)!.n;
      yield rows.map(({ id }) => id);
    }
  }
}

type Key = Pick<ScopeLine, 'siteId' | 'objectKey' | 'parameter' | 'standard' | 'clauses'>;

function keyOf({ siteId, objectKey, parameter, standard, clauses }: Key): string {
  return JSON.stringify([siteId, objectKey, parameter, standard, clauses]);
}

function detailsOf({ certNo, category, object, method, limitNote, validFrom, validTo }: ScopeLine) {
  return { certNo, category, object, method, limitNote, validFrom, validTo };
}

function lineOf({ siteId, parameter, details }: StoredLine, { institutionId, scheme }: Annex, revision: Revision) {
  const nothing = { rangeMin: null, rangeMax: null, unit: null, uncertainty: null };
  return propose({ ...details, ...nothing, siteId, scheme, parameter }, { id: newId(), institutionId }, revision);
}
