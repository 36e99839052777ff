import { newId } from '@qi/kernel';
import type { Actor, OrganisationKind, Role } from '@qi/platform';

const ORGANISATION_OF: Partial<Record<Role, OrganisationKind>> = {
  applicant: 'enterprise',
  'quality-manager': 'enterprise',
  finance: 'enterprise',
  clerk: 'platform',
  steward: 'platform',
  coordinator: 'institution',
  receiver: 'institution',
  tester: 'institution',
  reviewer: 'institution',
  signatory: 'institution',
  'metrology-coordinator': 'institution',
  'metrology-verifier': 'institution',
  'metrology-signatory': 'institution',
  expert: 'expert',
  trainer: 'expert',
  administrator: 'administration',
};

/** An actor with the role and an organisation that fits it, new unless given: `actor('clerk', { areas: ['330482'] })`. */
export function actor(role: Role, given: Partial<Actor> = {}): Actor {
  const kind = ORGANISATION_OF[role];
  return {
    sub: `${role}-${newId().slice(-6)}`,
    name: `Test ${role}`,
    roles: [role],
    areas: [],
    ...(kind ? { org: { kind, id: newId() } } : {}),
    ...given,
  };
}
