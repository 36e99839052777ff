import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, isId, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { hashOf, newSecret } from '../session/session.secret';
import { LoginAttemptRow } from './login-attempt.row';
import { returnTo } from './return-to';

/** Reading the sign-in page, a second factor and a forgotten password have to fit in. */
export const LOGIN_SECONDS = 20 * 60;

const TAKE = `
  delete from login_attempt where secret_hash = $1
  returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo", membership_id as "membershipId",
    started_at as "startedAt"`;

type Attempt = Omit<LoginAttemptRow, 'secretHash'>;

/** Sign-ins under way, each bound to the browser that holds its secret. */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  /** Begins one that is to lead to `asked`, and to act for the membership there. */
  async begin(asked: unknown, actFor?: unknown): Promise<{ secret: string; attempt: Attempt }> {
    const secret = newSecret();
    const attempt = {
      ...{ state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() },
      ...{ returnTo: returnTo(asked, this.config.publicUrl), startedAt: this.clock.now() },
      membershipId: isId(actFor) ? actFor : null,
    };
    await this.dataSource.manager.insert(LoginAttemptRow, { ...attempt, secretHash: hashOf(secret) });
    return { secret, attempt };
  }

  /** Deleted as it is read: who comes second, with the same code or without, finds nothing. */
  async take(secret: string): Promise<Attempt | undefined> {
    const [rows] = await this.dataSource.manager.query<[Attempt[], number]>(TAKE, [hashOf(secret)]);
    const oldest = this.clock.now().getTime() - LOGIN_SECONDS * 1000;
    return rows.find(({ startedAt }) => startedAt.getTime() > oldest);
  }
}
