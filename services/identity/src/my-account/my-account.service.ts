import { Injectable } from '@nestjs/common';
import { Transactions } from '@qi/platform';
import type { Account } from '../account/account';
import { AccountService } from '../account/account.service';
import { AttemptService } from '../attempt/attempt.service';
import type { Visit } from '../page/page.decorator';
import { SessionService } from '../session/session.service';

/** Who looks at their own account, and from which session. */
export interface Owner {
  readonly account: Account;
  readonly here: string;
}

@Injectable()
export class MyAccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly attempts: AttemptService,
  ) {}

  async ownerOf(visit: Visit): Promise<Owner | undefined> {
    const session = await this.sessions.current(visit);
    const account = session && (await this.accounts.find(session.sub));
    return account && { account, here: session.uid };
  }

  /** Changes the password and signs out everywhere else; false when the present one is wrong. Throws `attempt/too-many`. */
  async changePassword(owner: Owner, current: string, next: string): Promise<boolean> {
    const { account, here } = owner;
    if (!(await this.isPassword(owner, current))) return false;
    await this.transactions.run((tx) => this.accounts.changePassword(tx, account.sub, next));
    await this.sessions.endAll(account.sub, here);
    return true;
  }

  /** Closes the account and signs out everywhere; false when the password is wrong. Throws `attempt/too-many`. */
  async close(owner: Owner, password: string): Promise<boolean> {
    const { sub } = owner.account;
    if (!(await this.isPassword(owner, password))) return false;
    await this.transactions.run((tx) => this.accounts.close(tx, sub));
    await this.sessions.endAll(sub);
    return true;
  }

  private async isPassword({ account: { email } }: Owner, password: string): Promise<boolean> {
    const attempt = ['sign-in-account', email] as const;
    await this.attempts.take(attempt);
    if (!(await this.accounts.authenticate(email, password))) return false;
    await this.attempts.forget(attempt);
    return true;
  }
}
