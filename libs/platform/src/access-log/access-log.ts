import type { OrganisationKind, Permission, Role, Scope } from '@qi/contracts';
import { areaContains } from '@qi/kernel';
import { actsFor, type Actor } from '../auth/actor';

/** What somebody looked at, and whose it is. */
export interface Looked {
  /** In the words of the API: `service-request`, `job`, `enterprise`. */
  readonly kind: string;
  readonly id: string;
  readonly number?: string;
  readonly owner: { readonly kind: OrganisationKind; readonly id: string };
  /** Where the owner is: says which of the actor's areas lets it look. */
  readonly areaCode?: string;
  /** The request that it belongs to, so that a firm finds all looks at one request. */
  readonly requestId?: string;
}

/** Why somebody could look: the role, and how far it reaches. */
export interface AccessReason {
  readonly role: Role;
  readonly scope: Scope;
  /** Of the actor's areas, where it is one that reaches. */
  readonly area: string | null;
}

/**
 * Whether it is a look at somebody else's data: nobody is told that it looked at its own. Whoever acts for no
 * organisation reaches by the scope `own` nothing but what it is itself a member of.
 */
export function isForeign(actor: Actor, { owner }: Looked, { scope }: AccessReason): boolean {
  return !actsFor(actor, owner.kind, owner.id) && !(actor.org === undefined && scope === 'own');
}

const width: Readonly<Record<Scope, number>> = { own: 0, area: 1, all: 2 };

/** The widest of the actor's roles at an operation. */
export function reasonOf(actor: Actor, permission: Permission | undefined, areaCode?: string): AccessReason {
  const [role, scope] = actor.roles
    .map((held): readonly [Role, Scope] => [held, permission?.roles[held] ?? 'own'])
    .reduce((best, next) => (width[next[1]] > width[best[1]] ? next : best), [actor.roles[0] ?? 'applicant', 'own']);
  const reaching = actor.areas.find((area) => areaCode === undefined || areaContains(area, areaCode));
  return { role, scope, area: scope === 'area' ? (reaching ?? null) : null };
}

/** What stands in the log, but for when and how it was looked. */
export function entryOf({ sub, name, roles, org }: Actor, looked: Looked, reason: AccessReason) {
  const { kind, id, number = null, owner, requestId = null } = looked;
  return {
    ...{ sub, name, roles: [...roles], orgKind: org?.kind ?? null, orgId: org?.id ?? null },
    ...{ subjectKind: kind, subjectId: id, subjectNumber: number, requestId },
    ...{ ownerKind: owner.kind, ownerId: owner.id },
    ...reason,
  };
}
