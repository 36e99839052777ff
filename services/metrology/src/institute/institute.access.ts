import type { Actor } from '@qi/platform';
import { actsFor, hasRole, inAreas, oversees } from '@qi/platform';
import type { Institute } from './institute';

type Owned = Pick<Institute, 'id' | 'areaCode' | 'appliedBy' | 'status'>;

/** Clerks, stewards and auditors see all institutes; others their own, administrators what lies in their areas. */
export function mayRead(actor: Actor, institute: Owned): boolean {
  return (
    hasRole(actor, 'clerk', 'steward', 'operator') || oversees(actor, institute.areaCode) || isOf(actor, institute)
  );
}

/** Its own people, and the administrators of its area. */
export function mayEdit(actor: Actor, institute: Owned): boolean {
  return governs(actor, institute) || (hasRole(actor, 'metrology-coordinator') && isOf(actor, institute));
}

/** Admitting, suspending, approving capabilities: the administrators of its area alone. */
export function mayReview(actor: Actor, institute: Owned): boolean {
  return governs(actor, institute);
}

function governs(actor: Actor, { areaCode }: Owned): boolean {
  return hasRole(actor, 'administrator') && inAreas(actor, areaCode);
}

/** Until it is admitted it is no organisation that a token could name: the person who applied stands for it. */
function isOf(actor: Actor, { id, appliedBy, status }: Owned): boolean {
  return actsFor(actor, 'institution', id) || (status === 'applied' && appliedBy.sub === actor.sub);
}
