export const roles = [
  'applicant',
  'quality-manager',
  'finance',
  'clerk',
  'steward',
  'coordinator',
  'receiver',
  'tester',
  'reviewer',
  'signatory',
  'metrology-coordinator',
  'metrology-verifier',
  'metrology-signatory',
  'expert',
  'trainer',
  'administrator',
  'operator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['enterprise', 'institution', 'expert', 'platform', 'administration'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
