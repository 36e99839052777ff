import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Annex, AnnexChange } from './annex';
import type { FieldFault } from './annex-file';
import type { FileLine } from './annex-lines';
import { AnnexRegister } from './annex-register';

export interface Refusal extends FieldFault {
  readonly line: number;
}

type Comparison = Pick<Annex, 'added' | 'changed' | 'kept' | 'gone' | 'registerState'>;

/** The count of refusals is exact; the report keeps the first of them. */
export const MOST_REFUSALS = 10_000;
const AGAIN = { zh: '同一文件中已出现过', en: 'stands in the file already' };

const REFUSE = `
  insert into annex_refusal (annex_id, line, field, value, words)
  select $1, line, field, value, words
  from json_to_recordset($2::json) as refusal (line integer, field text, value text, words jsonb)
  on conflict do nothing`;

const REFUSALS = `
  select line, field, value, words from annex_refusal
  where annex_id = $1 and (line, field, value) > ($2, $3, $4) order by line, field, value limit $5`;

const COUNTS = `select change, count(*)::integer as count from annex_line where annex_id = $1 group by change`;

/** What annexes said, and how it differs from the register: it stays for ever. */
@Injectable()
export class AnnexStore {
  constructor(private readonly register: AnnexRegister) {}

  /** Keeps lines and answers those that the file holds already. */
  async add(tx: EntityManager, annexId: string, read: readonly FileLine<unknown>[]): Promise<Refusal[]> {
    const { lines } = this.register;
    const first = new Map<string, FileLine<unknown>>();
    const keyed = read.map((line) => ({ line, key: lines.keyOf(line.wanted) }));
    for (const { line, key } of keyed) if (!first.has(key)) first.set(key, line);
    const entered = new Set(await lines.insert(tx, annexId, [...first.values()]));
    const again = keyed.filter(({ line, key }) => !entered.has(key) || first.get(key) !== line);
    return again.map(({ line: { line, wanted } }) => {
      return { line, field: 'row', value: lines.nameOf(wanted).slice(0, 200), words: AGAIN };
    });
  }

  async refuse(tx: EntityManager, annexId: string, refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length > 0) await tx.query(REFUSE, [annexId, JSON.stringify(refusals)]);
  }

  /** In the order of the file, behind the line, field and value given. */
  refusals(tx: EntityManager, annexId: string, after: readonly string[], most: number): Promise<Refusal[]> {
    return tx.query<Refusal[]>(REFUSALS, [annexId, ...after, most]);
  }

  /** What the annex would change in the register. May be run again. */
  async compare(tx: EntityManager, annex: Annex): Promise<Comparison> {
    // First, so that a change that is committed meanwhile is one that the approval notices.
    const registerState = await this.register.stateOf(tx, annex);
    await tx.query(`delete from annex_line where annex_id = $1 and change = 'gone'`, [annex.id]);
    await this.register.compare(tx, annex);
    const counts = await tx.query<{ change: AnnexChange; count: number }[]>(COUNTS, [annex.id]);
    const none = { added: 0, changed: 0, kept: 0, gone: 0 };
    return { ...none, ...Object.fromEntries(counts.map(({ change, count }) => [change, count])), registerState };
  }
}
