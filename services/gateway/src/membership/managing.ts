import type { OrganisationKind, Role } from '@qi/contracts';
import { areaContains } from '@qi/kernel';
import type { ActorClaims } from '../session/session';
import type { Membership } from './membership';

/** Who brings people into its own organisation, and takes them out. */
const managing: readonly Role[] = ['applicant', 'coordinator', 'metrology-coordinator'];

export function manages(roles: readonly Role[]): boolean {
  return roles.some((role) => managing.includes(role));
}

/** Whether the actor manages the people of an organisation of its own. */
export function managesPeople(actor: ActorClaims, kind: OrganisationKind, id: string): boolean {
  return actor.org?.kind === kind && actor.org.id === id && manages(actor.roles);
}

/** Who may end somebody else's membership: a manager there; an administrator in its areas; an operator any administration's. */
export function mayEnd(actor: ActorClaims, membership: Membership): boolean {
  const { organisationKind: kind, organisationId: id, areas, roles } = membership;
  if (managesPeople(actor, kind, id)) return true;
  if (actor.roles.includes('operator')) return kind === 'administration';
  const within = areas.length > 0 && areas.every((area) => actor.areas.some((own) => areaContains(own, area)));
  return actor.roles.includes('administrator') && within && !roles.includes('operator');
}

/** Whether an organisation that had somebody who manages its people has nobody left once this one has gone. */
export function leavesNobody(all: readonly Membership[], gone: Membership): boolean {
  const left = all.filter(({ id, roles }) => id !== gone.id && manages(roles));
  return manages(gone.roles) && left.length === 0 && all.length > 1;
}
