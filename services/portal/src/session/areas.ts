import type { Role } from '@qi/contracts';
import type { Session } from './session';

/** The parts of the portal that need a role, and which roles open them. */
const rolesOf = {
  firm: ['applicant', 'quality-manager', 'finance'],
  window: ['clerk', 'steward'],
  desk: [
    'coordinator',
    'receiver',
    'tester',
    'reviewer',
    'signatory',
    'metrology-coordinator',
    'metrology-verifier',
    'metrology-signatory',
  ],
  expert: ['expert'],
  admin: ['administrator', 'operator'],
  audit: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Area = keyof typeof rolesOf;
const areas = Object.keys(rolesOf) as Area[];

/** The areas that the roles in hand open. */
export function areasOf(session: Pick<Session, 'acting'>): Area[] {
  const roles: readonly Role[] = session.acting?.roles ?? [];
  return areas.filter((area) => rolesOf[area].some((role) => roles.includes(role)));
}
