import { Injectable } from '@nestjs/common';
import { toBusinessDate } from '@qi/kernel';
import { CurrentCalendar } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { theSystem, type LifeLineEntry } from '../life-line/life-line';
import { recompute, tick, type LimitClock } from './clock';
import { Clocks } from './clocks.service';
import { Consequences } from './consequences.service';

/** At most so many clocks are worked on in one transaction. */
export const AT_ONCE = 200;

@Injectable()
export class LimitSweep {
  constructor(
    private readonly clocks: Clocks,
    private readonly consequences: Consequences,
    private readonly calendar: CurrentCalendar,
  ) {}

  /** Reminders, breaches and escalations that have become due. Answers how many clocks were touched. */
  async tickSome(tx: EntityManager, now: Date): Promise<number> {
    const due = await this.clocks.lockDue(tx, now, AT_ONCE);
    const ticked = due.map((clock) => ({ clock, change: tick(clock, now, this.calendar) }));
    await this.clocks.save(
      tx,
      ticked.map(({ clock, change }) => ({ ...clock, ...change.next })),
    );
    const changes = ticked.map(({ clock: { requestId, taskId }, change: { events, steps } }) => ({
      events,
      clocks: [],
      entries: steps.map((step) => ({ requestId, taskId, at: now, by: theSystem, ...step })),
    }));
    await this.consequences.write(tx, changes);
    return due.length;
  }

  /** An administrator has filled in a year: due times that were assumed are counted again. Answers how many are sure now. */
  async recomputeSome(tx: EntityManager, now: Date): Promise<number> {
    const year = Number(toBusinessDate(now).slice(0, 4));
    const known = [year, year + 1, year + 2].filter((each) => !this.calendar.isProvisional(`${each}-07-01`));
    const assumed = await this.clocks.lockAssumed(tx, known, AT_ONCE);
    const counted = assumed.map((before) => ({ before, clock: recompute(before, this.calendar) }));
    await this.clocks.save(
      tx,
      counted.map(({ clock }) => clock),
    );
    const moved = counted.filter(({ before, clock }) => before.dueAt.getTime() !== clock.dueAt.getTime());
    const entries = moved.map(({ clock }) => recomputed(clock, now));
    await this.consequences.write(tx, [{ events: [], clocks: [], entries }]);
    return counted.filter(({ clock }) => !clock.provisional).length;
  }
}

function recomputed({ id, requestId, taskId, kind, dueAt }: LimitClock, at: Date): LifeLineEntry {
  const words = {
    zh: '工作日历已更新，时限重新计算',
    en: 'The calendar was filled in: the due time was counted again',
  };
  const data = { clockId: id, clock: kind, dueAt };
  return { requestId, taskId, at, by: theSystem, kind: 'clock-recomputed', words, data };
}
