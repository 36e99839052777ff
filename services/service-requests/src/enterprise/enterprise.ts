import { EnterpriseVerifiedV1, enterpriseTransitions, type By, type EnterpriseStatus } from '@qi/contracts';
import { assertTransition, problems, type Decision } from '@qi/kernel';

export interface EnterpriseContact {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly post?: string;
}

/** A firm as the register knows it. `uscc` is 18 characters, upper case, unique. */
export interface Enterprise {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** GB/T 2260, six digits: where the firm works, not where its code was issued. */
  readonly areaCode: string;
  /** GB/T 4754. */
  readonly industryCode: string;
  readonly legalRepresentative: string;
  readonly contacts: EnterpriseContact[];
  readonly address: string;
  /** WGS-84 degrees. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly status: EnterpriseStatus;
  readonly verifiedBy: By | null;
  readonly verifiedAt: Date | null;
  readonly suspendedReason: string | null;
}

export type EnterpriseProfile = Omit<
  Enterprise,
  'id' | 'uscc' | 'status' | 'verifiedBy' | 'verifiedAt' | 'suspendedReason'
>;
export type EnterpriseDecision = Decision<Enterprise, ReturnType<typeof EnterpriseVerifiedV1.of>>;

/** What the licence says: once a clerk has compared it, only a clerk changes it. */
const LICENCE_FIELDS = ['name', 'legalRepresentative'] as const;

export const enterpriseProblem = problems('enterprise', {
  unknown: { kind: 'not-found', zh: '企业不存在', en: 'there is no such enterprise' },
  'already-registered': {
    kind: 'conflict',
    zh: '统一社会信用代码 {uscc} 已登记；请由企业负责人添加您为成员',
    en: 'the credit code {uscc} is registered already; ask its owner to add you as a member',
  },
  'licence-fields': {
    kind: 'conflict',
    zh: '企业已核验，{fields} 只能由窗口人员修改',
    en: 'the enterprise is verified: only a clerk changes {fields}',
  },
  'own-enterprise': {
    kind: 'forbidden',
    zh: '不能核验或暂停本人所在的企业',
    en: 'nobody verifies or suspends an enterprise of their own',
  },
  'outside-areas': {
    kind: 'forbidden',
    zh: '区划 {areaCode} 不在您的管辖范围内',
    en: 'area {areaCode} is not one of yours',
  },
});

export function register(id: string, uscc: string, profile: EnterpriseProfile): EnterpriseDecision {
  const next: Enterprise = {
    ...profile,
    id,
    uscc,
    status: 'registered',
    verifiedBy: null,
    verifiedAt: null,
    suspendedReason: null,
  };
  return { next, events: [] };
}

/** `byClerk`: someone of the window; a member may not touch what the clerk compared with the licence. */
export function revise(enterprise: Enterprise, profile: EnterpriseProfile, byClerk: boolean): EnterpriseDecision {
  const fields = LICENCE_FIELDS.filter((field) => profile[field] !== enterprise[field]);
  if (enterprise.status !== 'registered' && !byClerk && fields.length > 0) {
    throw enterpriseProblem['licence-fields']({ fields });
  }
  return { next: { ...profile }, events: [] };
}

/** Also ends a suspension. */
export function verify(enterprise: Enterprise, by: By, now: Date): EnterpriseDecision {
  assertTransition('enterprise', enterpriseTransitions, enterprise.status, 'verified');
  const { id, uscc, name, areaCode } = enterprise;
  return {
    next: { status: 'verified', verifiedBy: by, verifiedAt: now, suspendedReason: null },
    events: [EnterpriseVerifiedV1.of({ enterpriseId: id, uscc, name, areaCode, at: now.toISOString() })],
  };
}

export function suspend(enterprise: Enterprise, reason: string): EnterpriseDecision {
  assertTransition('enterprise', enterpriseTransitions, enterprise.status, 'suspended');
  return { next: { status: 'suspended', suspendedReason: reason }, events: [] };
}
