import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { OnTimer, Transactions } from '@qi/platform';
import { expire, isOver } from './scope-line';
import { EXPIRE_SCOPE_LINES, ScopeLineHistory } from './scope-line.history';

const REGISTER = { sub: 'institutions', name: '能力台账' };

@Injectable()
export class ScopeLineExpiryTimer {
  constructor(
    private readonly transactions: Transactions,
    private readonly history: ScopeLineHistory,
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
      await this.history.revise(
        tx,
        ended.map((line) => expire(line, { by: REGISTER, at })),
      );
    });
  }
}
