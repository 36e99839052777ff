import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { DataSource } from 'typeorm';
import { emailKey, type Account } from './account';
import { AccountRow } from './account.row';
import { hashPassword, passwordFits } from './password.hash';

@Injectable()
export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The active account with this subject. */
  async find(sub: string): Promise<Account | undefined> {
    return (await this.dataSource.manager.findOneBy(AccountRow, { sub, status: 'active' })) ?? undefined;
  }

  /** The active account that e-mail address and password name together. */
  async authenticate(email: string, password: string): Promise<Account | undefined> {
    const row = await this.dataSource.manager.findOneBy(AccountRow, { email: emailKey(email), status: 'active' });
    return (await passwordFits(row?.passwordHash, password)) ? (row ?? undefined) : undefined;
  }

  /** Enters accounts that are not there yet, all with one password. */
  async enter(people: readonly Pick<Account, 'sub' | 'email' | 'name'>[], password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    const now = this.clock.now();
    const rows = people.map(({ sub, email, name }) => ({
      ...{ sub, name, email: emailKey(email), passwordHash, status: 'active' as const },
      ...{ createdAt: now, passwordChangedAt: now, version: 1 },
    }));
    await this.dataSource.createQueryBuilder().insert().into(AccountRow).values(rows).orIgnore().execute();
  }
}
