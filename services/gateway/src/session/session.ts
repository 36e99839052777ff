import type { Role } from '@qi/contracts';
import type { Membership } from '../membership/membership';

/** A person with an unexpired cookie, and what it may act for. */
export interface Session {
  readonly id: string;
  readonly sub: string;
  readonly name: string;
  readonly email: string | null;
  readonly csrf: string;
  readonly idToken: string;
  readonly acting: Membership | undefined;
  readonly memberships: readonly Membership[];
  /** Ids of those among them that want a second factor, which this session has not. */
  readonly locked: readonly string[];
}

/** Ends with too long a silence, and at last on its day whatever happens. */
export function expired(session: { lastSeenAt: Date; expiresAt: Date }, now: Date, idleMs: number): boolean {
  return now >= session.expiresAt || now.getTime() - session.lastSeenAt.getTime() > idleMs;
}

/** Who acts for nobody yet may look for, or register, its firm, and sees nothing of others. */
const WITHOUT_MEMBERSHIP: readonly Role[] = ['applicant'];

/** Claims of the token that names the actor at the services. */
export interface ActorClaims {
  readonly sub: string;
  readonly name: string;
  readonly org?: { readonly kind: Membership['organisationKind']; readonly id: string };
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
}

export function actorOf({ sub, name, acting }: Pick<Session, 'sub' | 'name' | 'acting'>): ActorClaims {
  if (!acting) return { sub, name, roles: WITHOUT_MEMBERSHIP, areas: [] };
  const { organisationKind: kind, organisationId: id, roles, areas } = acting;
  return { sub, name, org: { kind, id }, roles, areas };
}
