import { Injectable } from '@nestjs/common';
import { addDays, newId, toBusinessDate } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import { ScopeLineHistory } from './scope-line.history';
import { activate, end, renew } from './scope-line';
import type { Revision, ScopeLine } from './scope-line';

/** The key under which an institution holds a line once: `scope_line_current_unique`. */
const HELD = `
  select l.id, wanted.at
  from json_to_recordset($1::json) as wanted
    (at integer, "siteId" uuid, scheme text, "objectKey" text, parameter text, standard text, clauses text[])
  join scope_line l on l.site_id = wanted."siteId" and l.scheme = wanted.scheme and l.object_key = wanted."objectKey"
    and l.parameter = wanted.parameter and l.standard = wanted.standard and l.clauses = wanted.clauses
  where l.rev_to is null and l.status in ('proposed', 'active', 'suspended')`;

/** Brings the register to what an approved annex says, in batches, within the transaction that approves it. */
@Injectable()
export class TakeoverService {
  constructor(private readonly history: ScopeLineHistory) {}

  /** The current version of each line as held under the same key; undefined where nothing is held. */
  async held(tx: EntityManager, wanted: readonly ScopeLine[]): Promise<(ScopeLine | undefined)[]> {
    const ids = await this.idsOf(tx, wanted);
    return inPlace(ids, await this.history.currentOf(tx, [...ids.values()]), wanted.length);
  }

  /** What is held gets its next version, what is not is entered as active; what says nothing new stays. */
  async enter(tx: EntityManager, wanted: readonly ScopeLine[], revision: Revision): Promise<void> {
    const ids = await this.idsOf(tx, wanted);
    const held = inPlace(ids, await this.history.lockAll(tx, [...ids.values()]), wanted.length);
    const today = toBusinessDate(revision.at);
    const renewed = wanted.flatMap((line, at) => {
      const before = held[at];
      const next = before && renew(before, line, revision);
      return next ? [next] : [];
    });
    const added = wanted.filter((line, at) => !held[at] && line.validTo >= today);
    await this.history.revise(tx, renewed);
    const first = added.map((line) => ({ ...activate({ ...line, id: newId() }, today, revision), version: 1 }));
    if (first.length > 0) await this.history.insertAll(tx, first);
  }

  /** Ends lines on the day before `from`. */
  async end(
    tx: EntityManager,
    ids: readonly string[],
    { from, why }: { from: string; why: string },
    revision: Revision,
  ): Promise<void> {
    const rows = await this.history.lockAll(tx, ids);
    const open = rows.filter(({ status }) => status !== 'expired' && status !== 'withdrawn');
    const day = { lastDay: addDays(from, -1), today: toBusinessDate(revision.at), why };
    await this.history.revise(
      tx,
      open.map((line) => end(line, day, revision)),
    );
  }

  /** Ids of the lines held under the keys of those wanted, by position. */
  private async idsOf(tx: EntityManager, wanted: readonly ScopeLine[]): Promise<ReadonlyMap<number, string>> {
    const keys = wanted.map(({ siteId, scheme, objectKey, parameter, standard, clauses }, at) => {
      return { at, siteId, scheme, objectKey, parameter, standard, clauses };
    });
    const found = await tx.query<{ id: string; at: number }[]>(HELD, [JSON.stringify(keys)]);
    return new Map(found.map(({ at, id }) => [at, id]));
  }
}

function inPlace(ids: ReadonlyMap<number, string>, rows: readonly ScopeLine[], count: number) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return Array.from({ length: count }, (_, at) => byId.get(ids.get(at) ?? ''));
}
