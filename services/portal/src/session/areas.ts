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

/** Whoever acts for nobody yet is let in as an applicant, by the gateway too: to register the own firm. */
export function rolesInHand({ signedIn, acting }: Pick<Session, 'signedIn' | 'acting'>): readonly Role[] {
  return acting?.roles ?? (signedIn ? ['applicant'] : []);
}

/** The areas that the roles in hand open. */
export function areasOf(session: Pick<Session, 'signedIn' | 'acting'>): Area[] {
  const roles = rolesInHand(session);
  return areas.filter((area) => rolesOf[area].some((role) => roles.includes(role)));
}
