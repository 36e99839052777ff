import { actsFor, hasRole, inAreas } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { Expert } from './expert';

type Owned = Pick<Expert, 'id' | 'areaCode'>;

/** Clerks and stewards see the whole library; experts themselves; administrators and auditors those of their areas. */
export function mayRead(actor: Actor, expert: Owned): boolean {
  if (hasRole(actor, 'clerk', 'steward', 'operator')) return true;
  return actsFor(actor, 'expert', expert.id) || governs(actor, expert.areaCode, true);
}

export function mayEdit(actor: Actor, expert: Owned): boolean {
  return actsFor(actor, 'expert', expert.id) || governs(actor, expert.areaCode, false);
}

/** Whether the actor may enter experts who live there. */
export function mayEnter(actor: Actor, areaCode: string): boolean {
  return governs(actor, areaCode, false);
}

function governs(actor: Actor, areaCode: string, reading: boolean): boolean {
  return (hasRole(actor, 'administrator') || (reading && hasRole(actor, 'auditor'))) && inAreas(actor, areaCode);
}
