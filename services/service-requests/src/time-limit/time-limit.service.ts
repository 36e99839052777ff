import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { assertVersion, byOf, lock, Transactions, type Actor } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClockKind } from './change';
import { limitProblem } from './time-limit.problems';
import { TimeLimitRow } from './time-limit.row';

/** Another replica's change is seen after this time; the own one at once. */
const FRESH_MS = 10_000;

/** How many working days each kind of clock runs, by default and by item. */
@Injectable()
export class TimeLimits {
  private days = new Map<string, number>();
  private readAt = -FRESH_MS;

  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<TimeLimitRow[]> {
    return this.dataSource.manager.find(TimeLimitRow, { order: { kind: 'asc', itemCode: 'asc' } });
  }

  /** Sets the limit of a kind, or of a kind for one item. A limit that exists is changed at the version that was seen. */
  set(limit: LimitSetting, version: number | undefined, actor: Actor): Promise<TimeLimitRow> {
    const { kind, itemCode } = limit;
    return this.write(async (tx) => {
      const before = await tx.findOne(TimeLimitRow, { where: { kind, itemCode }, lock: { mode: 'pessimistic_write' } });
      if (before) assertVersion(before, version ?? 0);
      const row = Object.assign(before ?? new TimeLimitRow(), limit, {
        version: (before?.version ?? 0) + 1,
        changedBy: byOf(actor),
        changedAt: this.clock.now(),
      });
      return tx.save(row);
    });
  }

  /** Takes the limit of one item away, so that the default holds again. */
  remove(kind: ClockKind, itemCode: string): Promise<void> {
    return this.write(async (tx) => {
      if (itemCode === '') throw limitProblem['default-stays']();
      await tx.remove(await lock(tx, TimeLimitRow, { kind, itemCode }, limitProblem.unknown()));
    });
  }

  /** The limits as a look-up, read again now and then. */
  async current(tx: EntityManager): Promise<LimitLookUp> {
    const now = performance.now();
    if (now - this.readAt >= FRESH_MS) {
      const rows = await tx.find(TimeLimitRow);
      this.days = new Map(rows.map(({ kind, itemCode, days }) => [`${kind} ${itemCode}`, days]));
      this.readAt = now;
    }
    const { days } = this;
    const ofItem: LimitLookUp['ofItem'] = (kind, itemCode) => days.get(`${kind} ${itemCode}`);
    return { ofItem, of: (kind, itemCode = '') => ofItem(kind, itemCode) ?? ofItem(kind, '') ?? 1 };
  }

  private async write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.transactions.run(work);
    this.readAt = -FRESH_MS;
    return result;
  }
}

/** Working days of a clock. */
export interface LimitLookUp {
  /** Of the item where it has a limit of its own, else the default of the kind. */
  readonly of: (kind: ClockKind, itemCode?: string) => number;
  /** Only what was set for this very item. */
  readonly ofItem: (kind: ClockKind, itemCode: string) => number | undefined;
}

export interface LimitSetting {
  readonly kind: ClockKind;
  /** Empty: the default of the kind. */
  readonly itemCode: string;
  readonly days: number;
}
