import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import type { ServiceConfig } from '../config/service-config';
import { Transactions } from '../database/transactions';
import { SERVICE_CONFIG } from '../di-tokens';
import { OnTimer } from '../time/on-timer';
import { Timers } from '../time/timers';

const FORGET = 'platform-forget-access-log';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What one round takes away at most: the table stays free for who writes. */
export const MOST_FORGOTTEN = 10_000;

/** Takes away every day what is older than the log is kept; where more is left than a round takes, the next one is soon. */
@Injectable()
export class AccessLogRetention implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.forget();
  }

  @OnTimer(FORGET)
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.accessLogDays * DAY);
    await this.transactions.run(async (tx) => {
      const [, gone] = await tx.query<[unknown[], number]>(
        `delete from access_log where id in (select id from access_log where at < $1 limit ${MOST_FORGOTTEN})`,
        [before],
      );
      await this.timers.again(tx, FORGET, gone < MOST_FORGOTTEN ? DAY : MINUTE);
    });
  }
}
