import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { toBusinessDate, CLOCK, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { CurrentCalendar, OnTimer, Timers, Transactions } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { theSystem } from '../life-line/life-line';
import { LifeLines } from '../life-line/life-line.service';
import { recompute, tick } from './clock';
import { Clocks } from './clocks.service';

const TASK = 'time-limits';
const EVERY_MS = 60_000;
const AT_ONCE = 200;

/**
 * Each minute, what has become due. One timer for all clocks and not one for each: a request moves three clocks on its
 * way, and a timer row written, replaced and deleted for each would cost more than the clocks themselves.
 */
@Injectable()
export class LimitSweep implements OnApplicationBootstrap {
  constructor(
    private readonly clocks: Clocks,
    private readonly lifeLines: LifeLines,
    private readonly calendar: CurrentCalendar,
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.run((tx) => this.again(tx));
  }

  /** The next round is set first: whatever happens in this one, the clocks go on. */
  @OnTimer(TASK)
  async sweep(): Promise<void> {
    await this.transactions.run((tx) => this.again(tx));
    const now = this.clock.now();
    while ((await this.transactions.run((tx) => this.tickSome(tx, now))) === AT_ONCE);
    while ((await this.transactions.run((tx) => this.recomputeSome(tx, now))) === AT_ONCE);
  }

  private again(tx: EntityManager): Promise<void> {
    const at = new Date(this.clock.now().getTime() + EVERY_MS);
    return this.timers.schedule(tx, { key: TASK, task: TASK, payload: {}, at });
  }

  private async tickSome(tx: EntityManager, now: Date): Promise<number> {
    const due = await this.clocks.lockDue(tx, now, AT_ONCE);
    const changes = due.map((clock) => ({ clock, ...tick(clock, now, this.calendar) }));
    await this.clocks.save(
      tx,
      changes.map(({ clock, next }) => ({ ...clock, ...next })),
    );
    await this.lifeLines.add(
      tx,
      changes.flatMap(({ clock: { requestId, taskId }, steps }) =>
        steps.map((step) => ({ requestId, taskId, at: now, by: theSystem, ...step })),
      ),
    );
    await this.outbox.add(
      tx,
      changes.flatMap(({ events }) => events),
    );
    return due.length;
  }

  /** An administrator has filled in a year: due times that were assumed are counted again. */
  private async recomputeSome(tx: EntityManager, now: Date): Promise<number> {
    const year = Number(toBusinessDate(now).slice(0, 4));
    const known = [year, year + 1, year + 2].filter((each) => !this.calendar.isProvisional(`${each}-07-01`));
    const assumed = await this.clocks.lockAssumed(tx, known, AT_ONCE);
    const moved = assumed.map((clock) => ({ before: clock, clock: recompute(clock, this.calendar) }));
    await this.clocks.save(
      tx,
      moved.map(({ clock }) => clock),
    );
    await this.lifeLines.add(
      tx,
      moved
        .filter(({ before, clock }) => before.dueAt.getTime() !== clock.dueAt.getTime())
        .map(({ clock: { id, requestId, taskId, kind, dueAt } }) => ({
          ...{ requestId, taskId, at: now, by: theSystem, kind: 'clock-recomputed' },
          words: {
            zh: '工作日历已更新，时限重新计算',
            en: 'The calendar was filled in: the due time was counted again',
          },
          data: { clockId: id, clock: kind, dueAt },
        })),
    );
    return moved.filter(({ clock }) => !clock.provisional).length;
  }
}
