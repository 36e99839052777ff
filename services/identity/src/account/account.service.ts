import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { emailKey, type Account } from './account';
import { AccountRow } from './account.row';
import { hashPassword, passwordFits } from './password.hash';

/** A person who may become an account. */
export interface Newcomer {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

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

  async findByEmail(email: string): Promise<Account | undefined> {
    const found = await this.dataSource.manager.findOneBy(AccountRow, { email: emailKey(email), status: 'active' });
    return found ?? undefined;
  }

  /** The active account that e-mail address and password name together. */
  async authenticate(email: string, password: string): Promise<Account | undefined> {
    const row = await this.dataSource.manager.findOneBy(AccountRow, { email: emailKey(email), status: 'active' });
    return (await passwordFits(row?.passwordHash, password)) ? (row ?? undefined) : undefined;
  }

  /** Makes an account unless its e-mail address has one. */
  async open(tx: EntityManager, newcomer: Newcomer): Promise<void> {
    await this.insert(tx, [{ ...newcomer, sub: newId() }]);
  }

  async changePassword(tx: EntityManager, sub: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await tx.update(AccountRow, { sub }, { passwordHash, passwordChangedAt: this.clock.now() });
  }

  /** Closes the account for good. Its subject stays taken; its address is free again, and is forgotten with the name. */
  async close(tx: EntityManager, sub: string): Promise<void> {
    const gone = { email: `${sub}@closed.invalid`, name: '', passwordHash: '', status: 'closed' as const };
    await tx.update(AccountRow, { sub }, gone);
  }

  /** Enters accounts that are not there yet, all with one password. */
  async enter(people: readonly Pick<Account, 'sub' | 'email' | 'name'>[], password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    const newcomers = people.map(({ sub, email, name }) => ({ sub, email, name, passwordHash }));
    await this.insert(this.dataSource.manager, newcomers);
  }

  private async insert(tx: EntityManager, newcomers: readonly (Newcomer & { sub: string })[]): Promise<void> {
    const now = this.clock.now();
    const rows = newcomers.map(({ sub, email, name, passwordHash }) => ({
      ...{ sub, name: name.trim(), email: emailKey(email), passwordHash, status: 'active' as const },
      ...{ createdAt: now, passwordChangedAt: now, version: 1 },
    }));
    await tx.createQueryBuilder().insert().into(AccountRow).values(rows).orIgnore().execute();
  }
}
