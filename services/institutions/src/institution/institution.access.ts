import type { Actor } from '@qi/platform';
import { actsFor, hasRole, inAreas } from '@qi/platform';
import type { Institution } from './institution';

type Owned = Pick<Institution, 'id' | 'areaCode' | 'appliedBy' | 'status'>;

/** Clerks and stewards see the whole library; others their own institution, or what lies in their areas. */
export function mayRead(actor: Actor, institution: Owned): boolean {
  return (
    hasRole(actor, 'clerk', 'steward', 'operator') || governs(actor, institution, true) || isOf(actor, institution)
  );
}

/** Its own people, and the administrators of its area. */
export function mayEdit(actor: Actor, institution: Owned): boolean {
  return governs(actor, institution, false) || (hasRole(actor, 'coordinator') && isOf(actor, institution));
}

/** Admitting, suspending, approving scope: the administrators of its area alone. */
export function mayReview(actor: Actor, institution: Owned): boolean {
  return governs(actor, institution, false);
}

function governs(actor: Actor, { areaCode }: Owned, reading: boolean): boolean {
  return (hasRole(actor, 'administrator') || (reading && hasRole(actor, 'auditor'))) && inAreas(actor, areaCode);
}

/** Until it is admitted it is no organisation that a token could name: the person who applied stands for it. */
function isOf(actor: Actor, { id, appliedBy, status }: Owned): boolean {
  return actsFor(actor, 'institution', id) || (status === 'applied' && appliedBy.sub === actor.sub);
}
