import { rolesAt, type Role } from '@qi/contracts';

/**
 * Roles that see or decide about many firms, or sign for an institution: who acts in one of them has given a code beside
 * the password in this session.
 */
const GUARDED: readonly Role[] = [...rolesAt.platform, ...rolesAt.administration, 'signatory', 'metrology-signatory'];

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => GUARDED.includes(role));
}
