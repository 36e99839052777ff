import { actsFor, hasRole, inAreas, oversees } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { Expert } from './expert';

type Owned = Pick<Expert, 'id' | 'areaCode'>;

/** Clerks, stewards and auditors see the whole library; experts themselves; administrators those of their areas. */
export function mayRead(actor: Actor, expert: Owned): boolean {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return true;
  return actsFor(actor, 'expert', expert.id) || oversees(actor, expert.areaCode);
}

export function mayEdit(actor: Actor, expert: Owned): boolean {
  return actsFor(actor, 'expert', expert.id) || governs(actor, expert.areaCode);
}

/** Whether the actor may enter experts who live there. */
export function mayEnter(actor: Actor, areaCode: string): boolean {
  return governs(actor, areaCode);
}

function governs(actor: Actor, areaCode: string): boolean {
  return hasRole(actor, 'administrator') && inAreas(actor, areaCode);
}
