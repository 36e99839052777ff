import { rolesAt, type OrganisationKind, type Role } from '@qi/contracts';

/** What a proven person is at once, without an invitation. */
export interface Granted {
  readonly organisationKind: OrganisationKind;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roles: Role[];
  readonly areas: string[];
}

interface Rules {
  readonly operators?: readonly string[] | undefined;
  readonly oidcRoleMap?: Readonly<Record<string, string>> | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

/** Staff roles only: whom a firm or an institution trusts is theirs to say, by invitation. */
const staff: readonly Role[] = [...rolesAt.administration, ...rolesAt.platform];
const PLATFORM = { organisationId: '100000', organisationName: '平台运维' };

/**
 * Operators by their proven address, and staff by the roles that the provider gives (claim `qi_roles`, areas in `qi_areas`)
 * where a setting says what these stand for. Roles that are not mapped count for nothing.
 */
export function grantedBy(claims: Claims, { operators = [], oidcRoleMap = {} }: Rules): Granted[] {
  const operates = claims['email_verified'] === true && operators.includes(String(claims['email']));
  const mapped = texts(claims['qi_roles']).map((theirs) => oidcRoleMap[theirs]);
  const roles = staff.filter((role) => mapped.includes(role) || (role === 'operator' && operates));
  const areas = texts(claims['qi_areas']).filter((area) => /^\d{6}$/.test(area));
  return (['administration', 'platform'] as const).flatMap((kind): Granted[] => {
    const held = roles.filter((role) => (rolesAt[kind] as readonly Role[]).includes(role));
    if (held.length === 0) return [];
    const place = areas[0] === undefined ? PLATFORM : { organisationId: areas[0], organisationName: areas.join('、') };
    return [{ organisationKind: kind, ...place, roles: held, areas }];
  });
}

function texts(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((one): one is string => typeof one === 'string') : [];
}
