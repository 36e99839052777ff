import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '@qi/platform';
import { Memberships, type NewMembership } from '../membership/membership.service';
import { Sessions } from '../session/session.service';

@Injectable()
export class DemoMemberships {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
  ) {}

  async put(given: readonly NewMembership[], actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const membership of given) await this.memberships.put(membership, actor.sub, tx);
    });
    this.sessions.forget();
  }
}
