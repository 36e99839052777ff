import { Injectable } from '@nestjs/common';
import { addDays, fromBusinessDate } from '@qi/kernel';
import { Timers } from '@qi/platform';
import { In, IsNull, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { scopeLineProblem } from './scope-line';
import type { ScopeLine } from './scope-line';
import { ScopeLineRow } from './scope-line.row';

export const EXPIRE_SCOPE_LINES = 'expire-scope-lines';

const CLOSE = `
  update scope_line l set rev_to = next.rev_from
  from unnest($1::uuid[], $2::timestamptz[]) as next (id, rev_from) where l.id = next.id and l.rev_to is null`;

/** Writes versions of lines: the current one is closed and the next one inserted, nothing is overwritten. */
@Injectable()
export class ScopeLineHistory {
  constructor(private readonly timers: Timers) {}

  /** The current version, locked; null when there is no such line. */
  async lockCurrent(tx: EntityManager, id: string): Promise<ScopeLineRow | null> {
    const [line] = await this.lockAll(tx, [id]);
    return line ?? null;
  }

  /** Lines in use whose last day lies before `today`. */
  async lockEndedBefore(tx: EntityManager, institutionId: string, today: string): Promise<ScopeLineRow[]> {
    const ended = await tx.find(ScopeLineRow, {
      select: { id: true, version: true },
      where: { institutionId, revTo: IsNull(), status: In(['active', 'suspended']), validTo: LessThan(today) },
    });
    return this.lockAll(
      tx,
      ended.map(({ id }) => id),
    );
  }

  /**
   * A line is locked by its first version, which is always there: whoever waited for the current one would find that it
   * no longer is the current one, and nothing else.
   */
  async lockAll(tx: EntityManager, ids: readonly string[]): Promise<ScopeLineRow[]> {
    const where = { id: In(ids), version: 1 };
    await tx.find(ScopeLineRow, { where, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
    return this.currentOf(tx, ids);
  }

  currentOf(tx: EntityManager, ids: readonly string[]): Promise<ScopeLineRow[]> {
    return tx.find(ScopeLineRow, { where: { id: In(ids), revTo: IsNull() }, order: { id: 'asc' } });
  }

  /** First versions. Answers the ids that were entered; the others are held already. */
  async insert(tx: EntityManager, lines: readonly ScopeLine[]): Promise<ReadonlySet<string>> {
    const rows = lines.map((line) => Object.assign(new ScopeLineRow(), line));
    const query = tx.createQueryBuilder().insert().into(ScopeLineRow).values(rows).orIgnore().returning('id');
    const { raw } = (await query.updateEntity(false).execute()) as { raw: { id: string }[] };
    await this.awaitEnd(tx, lines);
    return new Set(raw.map(({ id }) => id));
  }

  /** The next version of each line, in place of the one before. Throws `scope-line/duplicate`. */
  async revise(tx: EntityManager, lines: readonly ScopeLine[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.query(CLOSE, [lines.map(({ id }) => id), lines.map(({ revFrom }) => revFrom)]);
    await this.insertAll(tx, lines);
  }

  /** As `insert`, all or none. Throws `scope-line/duplicate`. */
  async insertAll(tx: EntityManager, lines: readonly ScopeLine[]): Promise<void> {
    const entered = await this.insert(tx, lines);
    const refused = lines.find(({ id }) => !entered.has(id));
    if (!refused) return;
    const { scheme, object, parameter, standard } = refused;
    throw scopeLineProblem.duplicate({ scheme, object, parameter, standard });
  }

  /** The lines of one certificate end on one day, so they share a timer. */
  private async awaitEnd(tx: EntityManager, lines: readonly ScopeLine[]): Promise<void> {
    const active = lines.filter(({ status }) => status === 'active');
    const timers = active.map(({ institutionId, validTo }) => ({
      key: `${EXPIRE_SCOPE_LINES}:${institutionId}:${validTo}`,
      task: EXPIRE_SCOPE_LINES,
      payload: { institutionId },
      at: fromBusinessDate(addDays(validTo, 1)),
    }));
    await this.timers.scheduleAll(tx, timers);
  }
}
