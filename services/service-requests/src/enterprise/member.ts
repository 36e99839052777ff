import { problems } from '@qi/kernel';

export const memberRoles = ['owner', 'applicant', 'quality-manager', 'finance'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** One person in one firm. A person may be in several firms, a firm has several people. */
export interface Member {
  readonly enterpriseId: string;
  readonly sub: string;
  readonly name: string;
  readonly roles: MemberRole[];
}

export const memberProblem = problems('enterprise-member', {
  unknown: { kind: 'not-found', zh: '成员不存在', en: 'there is no such member' },
  'last-owner': {
    kind: 'conflict',
    zh: '企业至少保留一名负责人',
    en: 'an enterprise keeps at least one owner',
  },
  'not-owner': {
    kind: 'forbidden',
    zh: '只有企业负责人或窗口人员可以管理成员',
    en: 'only an owner of the enterprise or a clerk manages its members',
  },
});

/** Adds a person, or gives a person who is in already other roles. */
export function withMember(members: readonly Member[], member: Member): Member[] {
  const others = members.filter(({ sub }) => sub !== member.sub);
  return keepOwner(members, [...others, { ...member, roles: [...new Set(member.roles)] }]);
}

export function withoutMember(members: readonly Member[], sub: string): Member[] {
  if (!members.some((member) => member.sub === sub)) throw memberProblem.unknown();
  return keepOwner(
    members,
    members.filter((member) => member.sub !== sub),
  );
}

export function isOwner(members: readonly Member[], sub: string): boolean {
  return members.some((member) => member.sub === sub && member.roles.includes('owner'));
}

/** A firm entered at the counter may have no owner yet; one that has an owner never loses the last. */
function keepOwner(before: readonly Member[], after: Member[]): Member[] {
  const owned = (list: readonly Member[]) => list.some(({ roles }) => roles.includes('owner'));
  if (owned(before) && !owned(after)) throw memberProblem['last-owner']();
  return after;
}
