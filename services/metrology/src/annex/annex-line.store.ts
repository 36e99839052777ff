import { AnnexLines, type AnnexChange, type FileLine, type LinePage } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import type { Capability, CapabilityDetails } from '../capability/capability';
import { keyOf } from './annex';

/** A line of an annex as it is kept, beside the register: `line` is that of the file, null for what is gone. */
export interface AnnexLine {
  readonly n: string;
  readonly line: number | null;
  readonly key: string;
  readonly details: CapabilityDetails;
  readonly change: AnnexChange | null;
  readonly capabilityId: string | null;
}

/** What a line is beside the register. */
export interface Mark {
  readonly n: string;
  readonly change: AnnexChange;
  readonly capabilityId?: string;
}

const INSERT = `
  insert into annex_line (annex_id, line, key, details, change, capability_id)
  select $1, line, key, details, change, "capabilityId"
  from json_to_recordset($2::json) as read (line integer, key text, details jsonb, change text, "capabilityId" uuid)
  on conflict do nothing returning key`;

const LINES = `
  select n, line, key, details, change, capability_id as "capabilityId" from annex_line
  where annex_id = $1 and n > $2 and ($3::text[] is null or change = any ($3)) order by n limit $4`;

const MARK = `
  update annex_line l set change = seen.change, capability_id = seen."capabilityId"
  from json_to_recordset($1::json) as seen (n bigint, change text, "capabilityId" uuid) where l.n = seen.n`;

/** The lines of annexes, under the key of a capability. */
export class AnnexLineStore extends AnnexLines<CapabilityDetails, AnnexLine> {
  keyOf(details: CapabilityDetails): string {
    return keyOf(details);
  }

  nameOf({ measurand, rangeMin, rangeMax, unit }: CapabilityDetails): string {
    return `${measurand} ${rangeMin}~${rangeMax} ${unit}`;
  }

  async insert(tx: EntityManager, annexId: string, lines: readonly FileLine<CapabilityDetails>[]): Promise<string[]> {
    const rows = lines.map(({ line, wanted }) => ({ line, key: keyOf(wanted), details: wanted }));
    const kept = await tx.query<{ key: string }[]>(INSERT, [annexId, JSON.stringify(rows)]);
    return kept.map(({ key }) => key);
  }

  page(tx: EntityManager, annexId: string, { changes, after, most }: LinePage): Promise<AnnexLine[]> {
    return tx.query<AnnexLine[]>(LINES, [annexId, after, changes, most]);
  }

  async mark(tx: EntityManager, marks: readonly Mark[]): Promise<void> {
    await tx.query(MARK, [JSON.stringify(marks)]);
  }

  /** Adds what is held and stands nowhere in the annex. */
  async addGone(tx: EntityManager, annexId: string, gone: readonly Capability[]): Promise<void> {
    const rows = gone.map((details) => {
      return { line: null, key: `gone ${details.id}`, details, change: 'gone', capabilityId: details.id };
    });
    if (rows.length > 0) await tx.query(INSERT, [annexId, JSON.stringify(rows)]);
  }
}
