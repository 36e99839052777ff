import { roles, type Role } from './role';

/** Whose data an operation reaches: those of the actor's organisation, of the actor's areas, or of everybody. */
export const scopes = ['own', 'area', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** Who may call an operation. Somebody with several roles reaches what the widest of them reaches. */
export interface Permission {
  readonly roles: Readonly<Partial<Record<Role, Scope>>>;
  /** Nobody needs to be signed in. */
  readonly open?: true;
}

/** Keyed by the operation's id in the OpenAPI document of its service. */
export type Permissions = Readonly<Record<string, Permission>>;

/** What a role reaches unless an operation says otherwise. */
const usually: Readonly<Record<Role, Scope>> = {
  ...{ applicant: 'own', 'quality-manager': 'own', finance: 'own' },
  ...{ coordinator: 'own', receiver: 'own', tester: 'own', reviewer: 'own', signatory: 'own' },
  ...{ 'metrology-coordinator': 'own', 'metrology-verifier': 'own', 'metrology-signatory': 'own' },
  ...{ expert: 'own', trainer: 'own' },
  ...{ clerk: 'area', steward: 'area', administrator: 'area' },
  ...{ operator: 'all', auditor: 'all' },
};

/** These roles, each within what it usually reaches. */
export function by(...allowed: readonly Role[]): Permission {
  return { roles: Object.fromEntries(allowed.map((role) => [role, usually[role]])) };
}

/** These roles, over everything there is: registers and settings that belong to nobody. */
export function overAll(...allowed: readonly Role[]): Permission {
  return { roles: Object.fromEntries(allowed.map((role) => [role, 'all'])) };
}

/** Some of the roles reach further than usual. */
export function reaching(permission: Permission, wider: Permission['roles']): Permission {
  return { ...permission, roles: { ...permission.roles, ...wider } };
}

/** Everybody who is signed in, within what the role usually reaches. */
export const everyone: Permission = by(...roles);

/** Everybody who is signed in; what there is to see is the same for all. */
export const everyoneAll: Permission = overAll(...roles);

/** The public. */
export const open: Permission = { ...everyoneAll, open: true };
