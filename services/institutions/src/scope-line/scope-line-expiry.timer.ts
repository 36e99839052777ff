import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { OnTimer, Transactions } from '@qi/platform';
import { causeOf, expire, isOver } from './scope-line';
import { EXPIRE_SCOPE_LINES, ScopeLineHistory } from './scope-line.history';

const REGISTER = { sub: 'institutions', name: '能力台账' };

@Injectable()
export class ScopeLineExpiryTimer {
  constructor(
    private readonly transactions: Transactions,
    private readonly history: ScopeLineHistory,
    private readonly accreditations: Accreditations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends the institution's lines whose last day has passed. */
  @OnTimer(EXPIRE_SCOPE_LINES)
  async expireEnded({ institutionId }: { institutionId: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const today = toBusinessDate(at);
      const held = await this.history.lockEndedBefore(tx, institutionId, today);
      const ended = held.filter((line) => isOver(line, today));
      const expired = ended.map((line) => expire(line, { by: REGISTER, at }));
      await this.history.revise(tx, expired);
      for (const line of expired) {
        const affectedFrom = addDays(line.validTo, 1);
        const loss = { providerId: institutionId, cause: causeOf(line), affectedFrom };
        await this.accreditations.moved(tx, line.status, loss);
      }
    });
  }
}
