import { Inject, Injectable, Logger } from '@nestjs/common';
import { organisationKinds, roles } from '@qi/contracts';
import type { OrganisationKind, Role } from '@qi/contracts';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { SERVICE_CONFIG, SERVICE_NAME } from '../di-tokens';
import type { ServiceConfig } from '../config/service-config';
import type { Actor } from './actor';
import { keySource } from './key-source';
import { unauthenticated } from './unauthenticated';

/** Asymmetric only: with a shared secret, every service could sign, and `none` proves nothing. */
const ALGORITHMS = ['ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;

/** A signature takes more time to check than all else of a small request; a withdrawn key is believed this much longer. */
const REMEMBERED_MS = 30_000;
const REMEMBERED = 2_000;

/** Checks signed tokens (JWT, RFC 7519) with the keys of the JWKS address. */
@Injectable()
export class Tokens {
  private readonly logger = new Logger('Tokens');
  private readonly keys: JWTVerifyGetKey;
  private readonly verified = new Map<string, { actor: Actor; until: number }>();

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {
    this.keys = keySource(config);
  }

  /** The actor that the token names. Throws 401 for a token that is forged, expired or meant for someone else. */
  async verify(token: string): Promise<Actor> {
    const known = this.verified.get(token);
    if (known && known.until > Date.now()) return known.actor;
    const payload = await this.payloadOf(token);
    const actor = actorOf(payload);
    if (actor) {
      this.remember(token, actor, payload.exp ?? 0);
      return actor;
    }
    this.logger.warn('a token with a valid signature lacks sub, exp or roles');
    throw invalid();
  }

  /** Oldest out first; a `Map` keeps the order of insertion. */
  private remember(token: string, actor: Actor, exp: number): void {
    this.verified.delete(token);
    this.verified.set(token, { actor, until: Math.min(exp * 1000, Date.now() + REMEMBERED_MS) });
    if (this.verified.size > REMEMBERED)
      for (const oldest of this.verified.keys()) return void this.verified.delete(oldest);
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const { audience = this.service, issuer } = this.config;
    try {
      const options = { algorithms: ALGORITHMS, audience, issuer, clockTolerance: CLOCK_TOLERANCE_SECONDS };
      return (await jwtVerify(token, this.keys, { ...options, requiredClaims: ['sub', 'exp'] })).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !isKeyTrouble(error)) {
        this.logger.warn(`token refused: ${error.code}`);
        throw invalid();
      }
      throw error;
    }
  }
}

/** The key set could not be had: our trouble and not the caller's. */
function isKeyTrouble(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function invalid(): Error {
  return unauthenticated('invalid-token', 'Bearer realm="qi", error="invalid_token"');
}

/** Reads the claims `sub`, `name`, `org`, `roles`, `areas`. Roles that are not known here are left out. */
function actorOf(payload: JWTPayload): Actor | undefined {
  const { sub, name, org } = payload;
  const held = strings(payload.roles);
  if (!sub || !held) return undefined;
  const organisation = organisationOf(org);
  if (org !== undefined && !organisation) return undefined;
  return {
    sub,
    name: typeof name === 'string' && name ? name : sub,
    roles: held.filter((role): role is Role => (roles as readonly string[]).includes(role)),
    areas: (strings(payload.areas) ?? []).filter((area) => /^\d{6}$/.test(area)),
    ...(organisation ? { org: organisation } : {}),
  };
}

function organisationOf(claim: unknown): Actor['org'] {
  const { kind, id } = Object(claim) as { kind?: unknown; id?: unknown };
  const known = organisationKinds.find((candidate): candidate is OrganisationKind => candidate === kind);
  return known && typeof id === 'string' && id ? { kind: known, id } : undefined;
}

function strings(claim: unknown): string[] | undefined {
  return Array.isArray(claim) ? claim.filter((item): item is string => typeof item === 'string') : undefined;
}
