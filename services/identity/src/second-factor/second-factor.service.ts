import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { AttemptService } from '../attempt/attempt.service';
import { SecretService } from '../secret/secret.service';
import { hashOf } from '../secret/token.hash';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.row';
import { base32, stepOf } from './totp.hmac';

const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** A code of an authenticator beside the password, and codes on paper for the day the phone is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: AttemptService,
    private readonly secrets: SecretService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  isOn(sub: string): Promise<boolean> {
    return this.transactions.run((tx) => tx.existsBy(SecondFactorRow, { sub, confirmedAt: Not(IsNull()) }));
  }

  /** The secret to be put into an authenticator, in base32; the same until it is confirmed. Undefined when one is on. */
  begin(sub: string): Promise<string | undefined> {
    return this.transactions.run(async (tx) => {
      const sealedSecret = this.secrets.seal(randomBytes(SECRET_BYTES).toString('base64url'));
      const fresh = { sub, sealedSecret, confirmedAt: null, lastStep: 0 };
      await tx.createQueryBuilder().insert().into(SecondFactorRow).values(fresh).orIgnore().execute();
      const row = await tx.findOneByOrFail(SecondFactorRow, { sub });
      return row.confirmedAt ? undefined : base32(this.secretOf(row));
    });
  }

  /** Turns it on when the code is right, and gives the recovery codes, which are shown this once. */
  async confirm(sub: string, code: string): Promise<string[] | undefined> {
    await this.attempts.take(['code-account', sub]);
    return this.transactions.run(async (tx) => {
      const row = await locked(tx, sub);
      if (!row || row.confirmedAt || !(await this.useCode(tx, row, code))) return undefined;
      await tx.update(SecondFactorRow, { sub }, { confirmedAt: this.clock.now() });
      return newRecoveryCodes(tx, sub);
    });
  }

  /** Whether the code is of the authenticator now or one of the recovery codes; each counts once. Throws `attempt/too-many`. */
  async check(sub: string, code: string): Promise<boolean> {
    await this.attempts.take(['code-account', sub]);
    const right = await this.transactions.run(async (tx) => {
      const row = await locked(tx, sub);
      if (!row?.confirmedAt) return false;
      return (await this.useCode(tx, row, code)) || useRecoveryCode(tx, sub, code);
    });
    if (right) await this.attempts.forget(['code-account', sub]);
    return right;
  }

  async remove(sub: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.delete(RecoveryCodeRow, { sub });
      await tx.delete(SecondFactorRow, { sub });
    });
  }

  private async useCode(tx: EntityManager, row: SecondFactorRow, code: string): Promise<boolean> {
    const step = stepOf(this.secretOf(row), code.replace(/\s/g, ''), this.clock.now(), row.lastStep);
    if (step === undefined) return false;
    await tx.update(SecondFactorRow, { sub: row.sub }, { lastStep: step });
    return true;
  }

  private secretOf({ sub, sealedSecret }: SecondFactorRow): Buffer {
    const secret = this.secrets.open(sealedSecret);
    if (secret === undefined) throw new Error(`the second factor of ${sub} was sealed with another secret`);
    return Buffer.from(secret, 'base64url');
  }
}

function locked(tx: EntityManager, sub: string): Promise<SecondFactorRow | null> {
  return tx.findOne(SecondFactorRow, { where: { sub }, lock: { mode: 'pessimistic_write' } });
}

async function newRecoveryCodes(tx: EntityManager, sub: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)));
  await tx.delete(RecoveryCodeRow, { sub });
  await tx.insert(
    RecoveryCodeRow,
    codes.map((code) => ({ sub, codeHash: hashOf(code) })),
  );
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'));
}

async function useRecoveryCode(tx: EntityManager, sub: string, code: string): Promise<boolean> {
  const codeHash = hashOf(code.replace(/[\s-]/g, '').toUpperCase());
  return (await tx.delete(RecoveryCodeRow, { sub, codeHash })).affected === 1;
}
