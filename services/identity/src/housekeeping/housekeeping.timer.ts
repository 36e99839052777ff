import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { OnTimer, Timers, Transactions } from '@qi/platform';
import { OidcService } from '../oidc/oidc.service';
import { SigningKeyService } from '../signing-key/signing-key.service';

const TASK = 'identity-housekeeping';
const EVERY_MS = 3600 * 1000;
/** Expiry is checked at every use; rows stay a while longer, so that a late replay is still known as one. */
const SWEEPS = [
  `delete from oidc_item where expires_at < now() - interval '1 day'`,
  `delete from session_use as use where not exists (select from oidc_item where kind = 'Session' and uid = use.session_uid)
     and seen_at < $1::timestamptz - interval '1 day'`,
  `delete from registration where expires_at < $1`,
  `delete from reset where expires_at < $1`,
  `delete from attempt where last_at < $1::timestamptz - interval '2 days'`,
];

/** Every hour: keys are turned over and what has expired is thrown away. One process of several does it. */
@Injectable()
export class HousekeepingTimer implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly keys: SigningKeyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Inject() private readonly oidc: OidcService;

  async onApplicationBootstrap(): Promise<void> {
    await this.oidc.provider();
    await this.transactions.run((tx) => this.timers.again(tx, TASK, EVERY_MS));
  }

  @OnTimer(TASK)
  async tidy(): Promise<void> {
    await this.keys.turnOver();
    await this.transactions.run(async (tx) => {
      for (const sweep of SWEEPS) await tx.query(sweep, sweep.includes('$1') ? [this.clock.now()] : []);
      await this.timers.again(tx, TASK, EVERY_MS);
    });
  }
}
