import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, problems, type Clock } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { hashOf } from '../secret/token.hash';
import { allowances, count, type AttemptKind } from './attempt';
import { AttemptRow } from './attempt.row';

export const attemptProblem = problems('attempt', {
  'too-many': {
    kind: 'forbidden',
    zh: '试得次数太多，为了保护账号先停一停。请在 {minutes} 分钟后再试；忘了密码可以重设。',
    en: 'Too many attempts: to protect the account we pause. Please try again in {minutes} minute(s); a forgotten password can be reset.',
  },
});

/** Of what, and whose: an e-mail address, a subject or a network address. */
export type Attempt = readonly [kind: AttemptKind, key: string];

@Injectable()
export class AttemptService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts an attempt for each of them, before it is made. Throws `attempt/too-many`, and counts none, when one has to wait. */
  take(...attempts: readonly Attempt[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const attempt of [...attempts].sort()) await this.takeOne(tx, attempt);
    });
  }

  /** The last attempt was right: all before it are forgotten. */
  async forget([kind, key]: Attempt): Promise<void> {
    await this.transactions.run((tx) => tx.delete(AttemptRow, { kind, keyHash: hashOf(key) }));
  }

  /** The last attempt was right, though others of this address may not have been: it alone is not counted. */
  async giveBack([kind, key]: Attempt): Promise<void> {
    const less = { count: () => 'greatest(count - 1, 0)', blockedUntil: null };
    await this.transactions.run((tx) => tx.update(AttemptRow, { kind, keyHash: hashOf(key) }, less));
  }

  private async takeOne(tx: EntityManager, [kind, key]: Attempt): Promise<void> {
    const [now, keyHash] = [this.clock.now(), hashOf(key)];
    const fresh = { kind, keyHash, count: 0, lastAt: now, blockedUntil: null };
    // The row is there before it is locked, so that two first attempts wait for each other.
    await tx.createQueryBuilder().insert().into(AttemptRow).values(fresh).orIgnore().execute();
    const before = await tx.findOneOrFail(AttemptRow, {
      where: { kind, keyHash },
      lock: { mode: 'pessimistic_write' },
    });
    const after = count(before, allowances[kind], now);
    if (after) return void (await tx.update(AttemptRow, { kind, keyHash }, after));
    const wait = (before.blockedUntil?.getTime() ?? 0) - now.getTime();
    throw attemptProblem['too-many']({ minutes: Math.ceil(wait / 60_000) });
  }
}
