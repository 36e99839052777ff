import type { Actor } from '@qi/platform';
import { actsFor, hasRole, inAreas, oversees } from '@qi/platform';
import type { Institution } from './institution';

type Owned = Pick<Institution, 'id' | 'areaCode' | 'appliedBy' | 'status'>;

/** Clerks, stewards and auditors see the whole library; others their own institution, administrators what lies in their areas. */
export function mayRead(actor: Actor, institution: Owned): boolean {
  return (
    hasRole(actor, 'clerk', 'steward', 'operator') || oversees(actor, institution.areaCode) || isOf(actor, institution)
  );
}

/** Its own people, and the administrators of its area. */
export function mayEdit(actor: Actor, institution: Owned): boolean {
  return governs(actor, institution) || (hasRole(actor, 'coordinator') && isOf(actor, institution));
}

/** Admitting, suspending, approving scope: the administrators of its area alone. */
export function mayReview(actor: Actor, institution: Owned): boolean {
  return governs(actor, institution);
}

function governs(actor: Actor, { areaCode }: Owned): boolean {
  return hasRole(actor, 'administrator') && inAreas(actor, areaCode);
}

/** Until it is admitted it is no organisation that a token could name: the person who applied stands for it. */
function isOf(actor: Actor, { id, appliedBy, status }: Owned): boolean {
  return actsFor(actor, 'institution', id) || (status === 'applied' && appliedBy.sub === actor.sub);
}
