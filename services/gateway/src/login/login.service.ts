import { Injectable, Logger } from '@nestjs/common';
import type { Session } from '../session/session';
import { Sessions, type Person } from '../session/session.service';
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
  async begin(
    { returnTo, actFor }: { returnTo: unknown; actFor: unknown },
    language: string,
  ): Promise<{ to: string; secret: string }> {
    const { secret, attempt } = await this.attempts.begin(returnTo, actFor);
    const secondFactor = attempt.membershipId !== null;
    return { secret, to: (await this.provider.signInUrl(attempt, { language, secondFactor })).toString() };
  }

  /** Ends a sign-in: the new session's secret, or none when the browser, the code or the time does not fit. */
  async finish({ query, attempt, session, userAgent }: Callback): Promise<{ to: string; secret?: string }> {
    const begun = attempt === undefined ? undefined : await this.attempts.take(attempt);
    if (!begun) return this.failed('no sign-in of this browser is under way');
    try {
      const proven = await this.provider.redeem(query, begun);
      const person = await this.enter(proven, userAgent);
      const { secret, locked } = await this.sessions.open(person, session, begun.membershipId);
      const again = locked !== undefined && begun.membershipId === null;
      return { secret, to: again ? stepUp(locked, begun.returnTo) : begun.returnTo };
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

  private async enter({ claims, idToken }: ProvenPerson, userAgent: string | undefined): Promise<Person> {
    const { sub } = claims;
    const name = firstText(claims['name'], claims['preferred_username'], claims['email']) ?? sub;
    await this.grants.give(sub, name, claims);
    const text = (claim: string) => firstText(claims[claim]) ?? null;
    const proof = { email: text('email'), providerSid: text('sid'), acr: text('acr'), idToken };
    return { sub, name, ...proof, userAgent: userAgent?.slice(0, 300) ?? null };
  }

  private failed(why: string): { to: string } {
    this.logger.warn(`sign-in refused: ${why}`);
    return { to: '/?sign-in=failed' };
  }
}

/** Where whoever has signed in, but not as what it usually acts as demands, brings the code too. */
function stepUp(membershipId: string, returnTo: string): string {
  return `/auth/login?${new URLSearchParams({ actFor: membershipId, returnTo })}`;
}

function firstText(...claims: unknown[]): string | undefined {
  return claims.find((claim): claim is string => typeof claim === 'string' && claim !== '');
}
