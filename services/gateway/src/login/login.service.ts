import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { SERVICE_CONFIG } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { Memberships } from '../membership/membership.service';
import { hashOf, newSecret } from '../session/secret';
import type { Session } from '../session/session';
import { Sessions } from '../session/session.service';
import { grantedBy } from './granted';
import { LoginAttemptRow } from './login-attempt.row';
import { OpenIdProvider, type ProvenPerson } from './openid-provider';
import { returnTo } from './return-to';

/** Reading the sign-in page, a second factor and a forgotten password have to fit in. */
export const LOGIN_SECONDS = 20 * 60;

const TAKE = `
  delete from login_attempt where secret_hash = $1
  returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo", started_at as "startedAt"`;

interface Callback {
  readonly query: string;
  /** Values of the cookies. */
  readonly attempt: string | undefined;
  readonly session: string | undefined;
  readonly userAgent: string | undefined;
}

@Injectable()
export class Logins {
  private readonly logger = new Logger('Login');

  constructor(
    private readonly provider: OpenIdProvider,
    private readonly sessions: Sessions,
    private readonly memberships: Memberships,
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {}

  /** Begins a sign-in: where the browser goes, and the secret it has to bring back. */
  async begin(asked: unknown, language: string): Promise<{ to: string; secret: string }> {
    const secret = newSecret();
    const checks = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() };
    const to = await this.provider.signInUrl(checks, language);
    const startedAt = this.clock.now();
    await this.dataSource.manager.insert(LoginAttemptRow, {
      ...{ ...checks, secretHash: hashOf(secret), returnTo: returnTo(asked, this.config.publicUrl), startedAt },
    });
    return { to: to.toString(), secret };
  }

  /** Ends a sign-in: the new session's secret, or undefined when the browser, the code or the time does not fit. */
  async finish({ query, attempt, session, userAgent }: Callback): Promise<{ to: string; secret?: string }> {
    const begun = attempt === undefined ? undefined : await this.take(attempt);
    if (!begun) return this.failed('no sign-in of this browser is under way');
    let proven: ProvenPerson;
    try {
      proven = await this.provider.redeem(query, begun);
    } catch (error) {
      return this.failed(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    const { claims, idToken } = proven;
    const text = (claim: unknown) => (typeof claim === 'string' && claim ? claim : undefined);
    const name = text(claims['name']) ?? text(claims['preferred_username']) ?? text(claims['email']) ?? claims.sub;
    await this.grant(claims, name);
    const secret = await this.sessions.open(
      {
        ...{ sub: claims.sub, idToken, userAgent: userAgent?.slice(0, 300) ?? null },
        name,
        email: text(claims['email']) ?? null,
        providerSid: text(claims['sid']) ?? null,
      },
      session,
    );
    return { to: begun.returnTo, secret };
  }

  private async grant(claims: ProvenPerson['claims'], personName: string): Promise<void> {
    const granted = grantedBy(claims, this.config);
    if (granted.length === 0) return;
    await this.memberships.change(async (tx) => {
      for (const given of granted)
        await this.memberships.put({ ...given, sub: claims.sub, personName }, claims.sub, tx);
    });
  }

  /** Ends the session here; gives where it ends at the provider too. */
  async signOut(session: Session | undefined): Promise<string> {
    if (!session) return '/';
    await this.sessions.end({ id: session.id });
    return this.provider.signOutUrl(session.idToken).catch((error: unknown) => {
      this.logger.error(error);
      return '/';
    });
  }

  /** The provider says that a session, or every session of a person, has ended. Throws when it is not the provider. */
  async signedOutElsewhere(logoutToken: string): Promise<number> {
    const { sid, sub } = await this.provider.verifyLogoutToken(logoutToken);
    return this.sessions.end(sid === undefined ? { sub: sub ?? '' } : { providerSid: sid });
  }

  /** Deleted as it is read: who comes second, with the same code or without, finds nothing. */
  private async take(secret: string): Promise<LoginAttemptRow | undefined> {
    const [rows] = await this.dataSource.manager.query<[LoginAttemptRow[], number]>(TAKE, [hashOf(secret)]);
    const row = rows[0];
    return row && row.startedAt > this.oldest() ? row : undefined;
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - LOGIN_SECONDS * 1000);
  }

  private failed(why: string): { to: string } {
    this.logger.warn(`sign-in refused: ${why}`);
    return { to: '/?sign-in=failed' };
  }
}
