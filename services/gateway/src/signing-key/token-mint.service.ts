import { Inject, Injectable } from '@nestjs/common';
import { asksInTurn } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { SERVICE_CONFIG, type ServiceConfig } from '@qi/platform';
import { SignJWT } from 'jose';
import type { ActorClaims } from '../session/session';
import { SigningKeys } from './signing-key.service';

const LIVES_SECONDS = 120;
/** A token is handed out again while it lives at least this long. */
const SPARE_MS = 30_000;
const REMEMBERED = 20_000;
const others: Readonly<Record<string, readonly string[]>> = asksInTurn;

/** Signs short-lived tokens (JWT, RFC 7519), each for one service and those it asks in turn. A signature costs more than all else of a call. */
@Injectable()
export class TokenMint {
  private readonly minted = new Map<string, { token: Promise<string>; until: number }>();

  constructor(
    private readonly keys: SigningKeys,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Names the actor to one service. */
  tokenFor(actor: ActorClaims, audience: string): Promise<string> {
    const what = `${audience} ${JSON.stringify(actor)}`;
    const known = this.minted.get(what);
    const now = Date.now();
    if (known && known.until > now) return known.token;
    if (this.minted.size >= REMEMBERED) this.minted.clear();
    const token = this.sign(actor, audience);
    this.minted.set(what, { token, until: now + LIVES_SECONDS * 1000 - SPARE_MS });
    token.catch(() => this.minted.delete(what));
    return token;
  }

  private async sign({ sub, ...claims }: ActorClaims, audience: string): Promise<string> {
    const { kid, alg, key } = await this.keys.current();
    return new SignJWT(claims)
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(this.config.issuer)
      .setAudience([audience, ...(others[audience] ?? [])])
      .setJti(newId())
      .setIssuedAt()
      .setExpirationTime(`${LIVES_SECONDS}s`)
      .sign(key);
  }
}
