import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { OnTimer, Timers, Transactions } from '@qi/platform';
import { AT_ONCE, LimitSweep } from './limit-sweep.service';

const TASK = 'time-limits';
const EVERY_MS = 60_000;

/**
 * Each minute, what has become due. One timer for all clocks and not one for each: a request moves three clocks on its
 * way, and a timer row written, replaced and deleted for each would cost more than the clocks themselves.
 */
@Injectable()
export class LimitSweepTimer implements OnApplicationBootstrap {
  constructor(
    private readonly sweep: LimitSweep,
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.again();
  }

  /** The next round is set first: whatever happens in this one, the clocks go on. */
  @OnTimer(TASK)
  async run(): Promise<void> {
    await this.again();
    const now = this.clock.now();
    while ((await this.transactions.run((tx) => this.sweep.tickSome(tx, now))) === AT_ONCE);
    while ((await this.transactions.run((tx) => this.sweep.recomputeSome(tx, now))) === AT_ONCE);
  }

  private again(): Promise<void> {
    return this.transactions.run((tx) => this.timers.again(tx, TASK, EVERY_MS));
  }
}
