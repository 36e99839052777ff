import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldFault } from '../annex-file/published-row';
import type { CapabilityDetails } from '../capability/capability';
import { TakeoverService } from '../capability/takeover.service';
import { differs, keyOf, sitesOf, type Annex, type AnnexChange } from './annex';

export interface FileLine {
  readonly line: number;
  readonly details: CapabilityDetails;
}

export interface Refusal extends FieldFault {
  readonly line: number;
}

export interface StoredLine {
  readonly n: string;
  readonly line: number | null;
  readonly key: string;
  readonly details: CapabilityDetails;
  readonly change: AnnexChange | null;
  readonly capabilityId: string | null;
}

type Comparison = Pick<Annex, 'added' | 'changed' | 'kept' | 'gone' | 'registerState'>;

/** The count of refusals is exact; the report keeps the first of them. */
export const MOST_REFUSALS = 10_000;
const CHUNK = 1_000;
const AGAIN = { zh: '同一文件中已出现过', en: 'stands in the file already' };

const INSERT = `
  insert into annex_line (annex_id, line, key, details, change, capability_id)
  select $1, line, key, details, change, "capabilityId"
  from json_to_recordset($2::json) as read (line integer, key text, details jsonb, change text, "capabilityId" uuid)
  on conflict do nothing returning key`;

const REFUSE = `
  insert into annex_refusal (annex_id, line, field, value, words)
  select $1, line, field, value, words
  from json_to_recordset($2::json) as refusal (line integer, field text, value text, words jsonb)
  on conflict do nothing`;

const LINES = `
  select n, line, key, details, change, capability_id as "capabilityId" from annex_line
  where annex_id = $1 and n > $2 and ($3::text is null or change = $3) order by n limit $4`;

const MARK = `
  update annex_line l set change = seen.change, capability_id = seen."capabilityId"
  from json_to_recordset($1::json) as seen (n bigint, change text, "capabilityId" uuid) where l.n = seen.n`;

const COUNTS = `select change, count(*)::integer as count from annex_line where annex_id = $1 group by change`;

/** The lines of annexes, and how they differ from the register. */
@Injectable()
export class AnnexStore {
  constructor(private readonly takeover: TakeoverService) {}

  /** Keeps lines and answers those that the file holds already. */
  async add(tx: EntityManager, annexId: string, lines: readonly FileLine[]): Promise<Refusal[]> {
    const first = new Map<string, FileLine>();
    for (const read of lines) if (!first.has(keyOf(read.details))) first.set(keyOf(read.details), read);
    const rows = [...first].map(([key, read]) => ({ ...read, key }));
    const kept = await tx.query<{ key: string }[]>(INSERT, [annexId, JSON.stringify(rows)]);
    const entered = new Set(kept.map(({ key }) => key));
    const again = lines.filter((read) => !entered.has(keyOf(read.details)) || first.get(keyOf(read.details)) !== read);
    return again.map(({ line, details: { measurand, rangeMin, rangeMax, unit } }) => {
      return { line, field: 'row', value: `${measurand} ${rangeMin}~${rangeMax} ${unit}`.slice(0, 200), words: AGAIN };
    });
  }

  async refuse(tx: EntityManager, annexId: string, refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length > 0) await tx.query(REFUSE, [annexId, JSON.stringify(refusals)]);
  }

  page(
    tx: EntityManager,
    annexId: string,
    { change, after, most }: { change: AnnexChange | null; after: string; most: number },
  ): Promise<StoredLine[]> {
    return tx.query<StoredLine[]>(LINES, [annexId, after, change, most]);
  }

  async *linesOf(tx: EntityManager, annexId: string, change: AnnexChange | null = null): AsyncIterable<StoredLine[]> {
    for (let after = '0'; ;) {
      const rows = await this.page(tx, annexId, { change, after, most: CHUNK });
      if (rows.length === 0) return;
      after = rows.at(-1)!.n;
      yield rows;
    }
  }

  /** The register as far as the annex speaks of it, in one text. */
  async stateOf(tx: EntityManager, annex: Annex): Promise<string> {
    const held = await this.takeover.held(tx, annex.instituteId, sitesOf(annex));
    return held.map(({ id, version }) => `${id}:${version}`).join(' ');
  }

  /** Marks every line as added, changed or kept, and adds those that are gone. May be run again. */
  async compare(tx: EntityManager, annex: Annex): Promise<Comparison> {
    const held = await this.takeover.held(tx, annex.instituteId, sitesOf(annex));
    const byKey = new Map(held.map((capability) => [keyOf(capability), capability]));
    const gone = new Map(held.map((capability) => [capability.id, capability]));
    await tx.query(`delete from annex_line where annex_id = $1 and change = 'gone'`, [annex.id]);
    for await (const rows of this.linesOf(tx, annex.id)) {
      const marks = rows.map(({ n, key, details }) => {
        const before = byKey.get(key);
        if (!before) return { n, change: 'added' };
        gone.delete(before.id);
        return { n, change: differs(before, details) ? 'changed' : 'kept', capabilityId: before.id };
      });
      await tx.query(MARK, [JSON.stringify(marks)]);
    }
    const lost = [...gone.values()].map((details) => {
      return { line: null, key: `gone ${details.id}`, details, change: 'gone', capabilityId: details.id };
    });
    if (lost.length > 0) await tx.query(INSERT, [annex.id, JSON.stringify(lost)]);
    const counts = await tx.query<{ change: AnnexChange; count: number }[]>(COUNTS, [annex.id]);
    const none = { added: 0, changed: 0, kept: 0, gone: 0 };
    const registerState = held.map(({ id, version }) => `${id}:${version}`).join(' ');
    return { ...none, ...Object.fromEntries(counts.map(({ change, count }) => [change, count])), registerState };
  }
}
