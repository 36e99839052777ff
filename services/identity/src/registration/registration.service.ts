import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG, Transactions } from '@qi/platform';
import { AccountService } from '../account/account.service';
import { hashPassword } from '../account/password.hash';
import type { Config } from '../config';
import { MailService } from '../mail/mail.service';
import { hashOf, newToken } from '../secret/token.hash';
import { confirmMail, knownMail } from './registration.mail';
import { RegistrationRow } from './registration.row';

export const registrationProblem = problems('registration', {
  unknown: {
    kind: 'not-found',
    zh: '这个确认链接不能用了：可能已经用过，或超过了 24 小时。可以重新注册，或直接登录。',
    en: 'This link cannot be used any more: it was used already or is older than 24 hours. You may register again, or just sign in.',
  },
});

const VALID_MS = 24 * 3600 * 1000;

export interface Applicant {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

@Injectable()
export class RegistrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountService,
    private readonly mails: MailService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Inject(SERVICE_CONFIG) private readonly config: Config;

  /** Sends a mail in any case and takes as long in any case: nobody learns which addresses have accounts. */
  async ask({ email, name, password }: Applicant): Promise<void> {
    const passwordHash = await hashPassword(password);
    const { publicUrl } = this.config;
    if (await this.accounts.findByEmail(email))
      return this.mails.send(knownMail(email, `${publicUrl}/auth/login`, `${publicUrl}/identity/reset`));
    const { token, hash } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS);
    await this.transactions.run((tx) =>
      tx.insert(RegistrationRow, { tokenHash: hash, email, name, passwordHash, expiresAt }),
    );
    await this.mails.send(confirmMail(email, name, `${publicUrl}/identity/register/${token}`));
  }

  /** Opens the account. Throws `registration/unknown` for a link that is used, old or made up. */
  async confirm(token: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await tx.findOneBy(RegistrationRow, { tokenHash: hashOf(token) });
      const { affected } = await tx.delete(RegistrationRow, { tokenHash: hashOf(token) });
      if (!row || affected !== 1 || row.expiresAt <= this.clock.now()) throw registrationProblem.unknown();
      await this.accounts.open(tx, row);
    });
  }
}
