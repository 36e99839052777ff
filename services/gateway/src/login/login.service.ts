import { Injectable, Logger } from '@nestjs/common';
import type { Session } from '../session/session';
import { Sessions } from '../session/session.service';
import { Grants } from './grants.service';
import { LoginAttempts } from './login-attempt.service';
import { OpenIdProvider, type ProvenPerson } from './openid-provider.client';

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
    private readonly attempts: LoginAttempts,
    private readonly grants: Grants,
  ) {}

  /** Begins a sign-in: where the browser goes, and the secret it has to bring back. */
  async begin(asked: unknown, language: string): Promise<{ to: string; secret: string }> {
    const { secret, attempt } = await this.attempts.begin(asked);
    return { secret, to: (await this.provider.signInUrl(attempt, language)).toString() };
  }

  /** Ends a sign-in: the new session's secret, or none when the browser, the code or the time does not fit. */
  async finish({ query, attempt, session, userAgent }: Callback): Promise<{ to: string; secret?: string }> {
    const begun = attempt === undefined ? undefined : await this.attempts.take(attempt);
    if (!begun) return this.failed('no sign-in of this browser is under way');
    try {
      const proven = await this.provider.redeem(query, begun);
      return { to: begun.returnTo, secret: await this.enter(proven, session, userAgent) };
    } catch (error) {
      return this.failed(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
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

  private async enter({ claims, idToken }: ProvenPerson, before?: string, userAgent?: string): Promise<string> {
    const { sub } = claims;
    const name = firstText(claims['name'], claims['preferred_username'], claims['email']) ?? sub;
    await this.grants.give(sub, name, claims);
    const [email, providerSid] = [firstText(claims['email']) ?? null, firstText(claims['sid']) ?? null];
    const browser = { userAgent: userAgent?.slice(0, 300) ?? null };
    return this.sessions.open({ sub, name, email, providerSid, idToken, ...browser }, before);
  }

  private failed(why: string): { to: string } {
    this.logger.warn(`sign-in refused: ${why}`);
    return { to: '/?sign-in=failed' };
  }
}

function firstText(...claims: unknown[]): string | undefined {
  return claims.find((claim): claim is string => typeof claim === 'string' && claim !== '');
}
