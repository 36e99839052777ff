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

/** The roles that people of an organisation can hold in it. */
export const rolesAt = {
  enterprise: ['applicant', 'quality-manager', 'finance'],
  institution: [
    ...(['coordinator', 'receiver', 'tester', 'reviewer', 'signatory'] as const),
    ...(['metrology-coordinator', 'metrology-verifier', 'metrology-signatory'] as const),
  ],
  expert: ['expert', 'trainer'],
  platform: ['clerk', 'steward'],
  administration: ['administrator', 'operator', 'auditor'],
} as const satisfies Readonly<Record<OrganisationKind, readonly Role[]>>;
