import { areaContains } from '@qi/kernel';
import type { OrganisationKind, Role } from '@qi/contracts';

/** Who calls, as the signed token says. */
export interface Actor {
  readonly sub: string;
  readonly name: string;
  readonly org?: { readonly kind: OrganisationKind; readonly id: string };
  readonly roles: readonly Role[];
  /** Area codes (GB/T 2260) the actor is responsible for. */
  readonly areas: readonly string[];
}

/** The actor as events and life lines name it. */
export function byOf(actor: Pick<Actor, 'sub' | 'name'>): { sub: string; name: string } {
  return { sub: actor.sub, name: actor.name };
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}

/** Whether the actor belongs to this organisation. */
export function actsFor(actor: Actor, kind: OrganisationKind, id: string): boolean {
  return actor.org?.kind === kind && actor.org.id === id;
}

/** Whether one of the actor's areas is or contains `areaCode`: `330400` contains `330482`. */
export function inAreas(actor: Actor, areaCode: string): boolean {
  return actor.areas.some((area) => areaContains(area, areaCode));
}

/** Whether the actor watches over what lies there: an administrator in its areas, an auditor everywhere. */
export function oversees(actor: Actor, areaCode: string): boolean {
  return hasRole(actor, 'auditor') || (hasRole(actor, 'administrator') && inAreas(actor, areaCode));
}

/** As `oversees`, as prefixes for a query: none for whoever watches over nothing. */
export function overseenPrefixes(actor: Actor): string[] {
  if (hasRole(actor, 'auditor')) return [''];
  return hasRole(actor, 'administrator') ? areaPrefixes(actor) : [];
}

/** The actor's areas as prefixes for a query: `330400` → `3304`, the whole country → the empty prefix. */
export function areaPrefixes(actor: Actor): string[] {
  return actor.areas.map((area) => (area === '100000' ? '' : area.replace(/(00){1,2}$/, '')));
}
