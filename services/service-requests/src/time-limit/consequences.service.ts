import { Injectable } from '@nestjs/common';
import { Outbox } from '@qi/messaging';
import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { LifeLines } from '../life-line/life-line.service';
import type { Change } from './change';
import type { LimitClock } from './clock';
import { Clocks } from './clocks.service';

/** What follows from a change, written after the rows it changed: clocks, steps of the life line, facts for others. */
@Injectable()
export class Consequences {
  constructor(
    private readonly clocks: Clocks,
    private readonly lifeLines: LifeLines,
    private readonly outbox: Outbox,
  ) {}

  /** Of many changes, with one statement each for clocks, steps and facts. Answers the clocks started, paused, resumed. */
  async write(tx: EntityManager, changes: readonly Omit<Change<unknown>, 'next'>[]): Promise<LimitClock[]> {
    const [clocks] = await together(
      this.clocks.apply(
        tx,
        changes.flatMap((change) => change.clocks),
      ),
      this.lifeLines.add(
        tx,
        changes.flatMap(({ entries }) => entries),
      ),
      this.outbox.add(
        tx,
        changes.flatMap(({ events }) => events),
      ),
    );
    return clocks;
  }
}
