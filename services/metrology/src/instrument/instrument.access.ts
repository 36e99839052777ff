import { actsFor, hasRole, inAreas, oversees } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { instrumentProblem } from './instrument';
import type { Instrument } from './instrument';

type Owned = Pick<Instrument, 'enterpriseId' | 'areaCode'>;

/** A firm sees its own ledger; clerks and auditors all; administrators those of their areas. */
export function mayRead(actor: Actor, instrument: Owned): boolean {
  if (hasRole(actor, 'clerk', 'steward')) return true;
  return actsFor(actor, 'enterprise', instrument.enterpriseId) || oversees(actor, instrument.areaCode);
}

export function mayEdit(actor: Actor, instrument: Owned): boolean {
  return actsFor(actor, 'enterprise', instrument.enterpriseId) || governs(actor, instrument);
}

/** The firm whose ledger a new entry joins: the actor's own, or the one that an administrator of the area names. */
export function ownerOf(actor: Actor, areaCode: string, enterpriseId: string | undefined): string {
  const own = actor.org?.kind === 'enterprise' ? actor.org.id : undefined;
  const owner = enterpriseId ?? own;
  if (owner === undefined) throw instrumentProblem['no-owner']();
  if (!mayEdit(actor, { enterpriseId: owner, areaCode })) throw instrumentProblem['not-yours']();
  return owner;
}

function governs(actor: Actor, { areaCode }: Owned): boolean {
  return hasRole(actor, 'administrator') && inAreas(actor, areaCode);
}
