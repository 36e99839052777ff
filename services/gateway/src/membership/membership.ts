import { rolesAt, type OrganisationKind, type Role } from '@qi/contracts';
import { problems } from '@qi/kernel';

/** Who somebody acts for, with which roles. A person may have several and acts for one at a time. */
export interface Membership {
  readonly id: string;
  readonly sub: string;
  readonly organisationKind: OrganisationKind;
  /** Id of the firm, institution, expert or platform at its service; for an administration its area code. */
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roles: readonly Role[];
  /** Area codes (GB/T 2260) that platforms' and administrations' people are responsible for. */
  readonly areas: readonly string[];
  /** When the person last chose to act for it. */
  readonly actedAt: Date | null;
  readonly createdAt: Date;
}

export const membershipProblem = problems('membership', {
  unknown: { kind: 'not-found', zh: '没有这个身份', en: 'there is no such membership' },
  'organisation-unknown': { kind: 'not-found', zh: '没有这个机构', en: 'there is no such organisation' },
  'not-owner': {
    kind: 'forbidden',
    zh: '您不是该企业登记的负责人',
    en: 'you are not registered as an owner of this enterprise',
  },
  'not-manager': {
    kind: 'forbidden',
    zh: '您不管理该机构的人员',
    en: 'you do not manage the people of this organisation',
  },
  'second-factor': {
    kind: 'forbidden',
    zh: '此身份需要二次验证，请用验证码重新登录',
    en: 'this membership takes a second factor: sign in again with a code',
  },
  'last-manager': {
    kind: 'conflict',
    zh: '该机构至少保留一名管理人员的人',
    en: 'an organisation keeps at least one person who manages its people',
  },
  'role-unfit': {
    kind: 'invalid',
    zh: '该类机构没有这些角色：{roles}',
    en: 'an organisation of this kind has no such roles: {roles}',
  },
});

export function assertFit(kind: OrganisationKind, roles: readonly Role[]): void {
  const known: readonly Role[] = rolesAt[kind];
  const unfit = roles.filter((role) => !known.includes(role));
  if (unfit.length > 0) throw membershipProblem['role-unfit']({ roles: unfit });
}

/** What a person acts for at sign-in: what it last acted for, else what it has had longest. */
export function usual<M extends Pick<Membership, 'actedAt' | 'createdAt'>>(memberships: readonly M[]): M | undefined {
  return [...memberships].sort(
    (a, b) =>
      (b.actedAt?.getTime() ?? 0) - (a.actedAt?.getTime() ?? 0) || a.createdAt.getTime() - b.createdAt.getTime(),
  )[0];
}
