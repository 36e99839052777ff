import { areaContains } from '@qi/kernel';
import { areaPrefixes, hasRole, type Actor } from '@qi/platform';
import type { Enterprise } from './enterprise';

type Located = Pick<Enterprise, 'id' | 'areaCode'>;

/** People of the window and the administration who see the firms of their areas; auditors see all. */
const READS_BY_AREA: readonly string[] = ['clerk', 'steward', 'administrator'];
const HANDLES_BY_AREA: readonly string[] = ['clerk', 'administrator'];

/** A member, or someone whose token names the firm as the organisation acted for. */
export function belongsTo(actor: Actor, enterpriseId: string, isMember: boolean): boolean {
  return isMember || (actor.org?.kind === 'enterprise' && actor.org.id === enterpriseId);
}

/** Foreign firms are hidden, not refused: whoever may not read one is told that there is none. */
export function mayRead(actor: Actor, enterprise: Located, isMember: boolean): boolean {
  if (hasRole(actor, 'auditor')) return true;
  return belongsTo(actor, enterprise.id, isMember) || worksThere(actor, enterprise, READS_BY_AREA);
}

/** Verifies, suspends and enters at the counter on behalf of the firm. */
export function mayHandle(actor: Actor, enterprise: Located): boolean {
  return worksThere(actor, enterprise, HANDLES_BY_AREA);
}

/** The areas as prefixes whose firms the actor reads, and not only its own. */
export function readsIn(actor: Actor): string[] {
  if (hasRole(actor, 'auditor')) return [''];
  return actor.roles.some((role) => READS_BY_AREA.includes(role)) ? areaPrefixes(actor) : [];
}

function worksThere(actor: Actor, { areaCode }: Located, roles: readonly string[]): boolean {
  return actor.roles.some((role) => roles.includes(role)) && actor.areas.some((area) => areaContains(area, areaCode));
}
