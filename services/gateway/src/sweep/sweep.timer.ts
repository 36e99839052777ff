import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { OnTimer, Timers, Transactions } from '@qi/platform';

const SWEEP = 'gateway-sweep';
const EVERY_MS = 3_600_000;
const DAY = 24 * EVERY_MS;

/** What is kept how long; facts without words serve streams that broke off. */
const GONE: readonly (readonly [sql: string, ageMs: number])[] = [
  ['delete from session where expires_at < $1', 0],
  ['delete from login_attempt where started_at < $1', EVERY_MS],
  ['delete from fact where words is null and at < $1', DAY],
  ['delete from fact where at < $1', 180 * DAY],
];

/** Takes away every hour what nobody needs any more. */
@Injectable()
export class SweepTimer implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
  }

  @OnTimer(SWEEP)
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.transactions.run(async (tx) => {
      for (const [sql, ageMs] of GONE) await tx.query(sql, [new Date(now - ageMs)]);
      await this.timers.again(tx, SWEEP, EVERY_MS);
    });
  }
}
