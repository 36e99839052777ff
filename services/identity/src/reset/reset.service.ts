import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG, Transactions } from '@qi/platform';
import type { Account } from '../account/account';
import { AccountService } from '../account/account.service';
import type { Config } from '../config';
import { MailService } from '../mail/mail.service';
import { hashOf, newToken } from '../secret/token.hash';
import { SessionService } from '../session/session.service';
import { ResetRow } from './reset.row';

export const resetProblem = problems('reset', {
  unknown: {
    kind: 'not-found',
    zh: '这个重设链接不能用了：可能已经用过，或超过了 1 小时。请再要一个新的。',
    en: 'This link cannot be used any more: it was used already or is older than an hour. Please ask for a new one.',
  },
});

const VALID_MS = 3600 * 1000;

@Injectable()
export class ResetService {
  @Inject(SERVICE_CONFIG) private readonly config: Config;
  @Inject(CLOCK) private readonly clock: Clock;

  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly mails: MailService,
  ) {}

  /** Sends a link when the address has an account, and says nothing of it. */
  async ask(email: string): Promise<void> {
    const account = await this.accounts.findByEmail(email);
    if (!account) return;
    const { token, hash } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS);
    await this.transactions.run((tx) => tx.insert(ResetRow, { tokenHash: hash, sub: account.sub, expiresAt }));
    await this.mails.send(mailOf(account, `${this.config.publicUrl}/identity/reset/${token}`));
  }

  /** Whose link it is. Throws `reset/unknown`. */
  async accountOf(token: string): Promise<Account> {
    const row = await this.transactions.run((tx) => tx.findOneBy(ResetRow, { tokenHash: hashOf(token) }));
    const account = row && row.expiresAt > this.clock.now() ? await this.accounts.find(row.sub) : undefined;
    if (!account) throw resetProblem.unknown();
    return account;
  }

  /** Sets the password, uses up every link of the account and signs it out everywhere. Throws `reset/unknown`. */
  async complete(token: string, password: string): Promise<void> {
    const { sub } = await this.accountOf(token);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.delete(ResetRow, { tokenHash: hashOf(token) });
      if (affected !== 1) throw resetProblem.unknown();
      await tx.delete(ResetRow, { sub });
      await this.accounts.changePassword(tx, sub, password);
    });
    await this.sessions.endAll(sub);
  }
}

function mailOf({ email, name }: Account, link: string) {
  return {
    to: email,
    subject: '重设密码 · Reset your password',
    text: [
      `${name}，您好：请在 1 小时内打开下面的链接，设一个新密码。不是您本人要求的，不用理会，密码不会变。`,
      link,
      `Hello ${name}, please open the link above within an hour to set a new password. If it was not you, ignore this mail: your password stays.`,
    ].join('\n\n'),
  };
}
