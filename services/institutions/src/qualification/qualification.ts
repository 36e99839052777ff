import { scopeLineTransitions } from '@qi/contracts';
import type { Scheme, ScopeLineStatus } from '@qi/contracts';
import { assertTransition, problems } from '@qi/kernel';
import type { Words } from '@qi/kernel';

/** A certificate goes the way of the scope it carries: proposed, active, suspended and again active, expired, withdrawn. */
export type QualificationStatus = ScopeLineStatus;

/** A certificate of approval or accreditation (CMA, CNAS, CATL, CCC designation, legal metrology). Dates inclusive. */
export interface Qualification {
  id: string;
  institutionId: string;
  scheme: Scheme;
  /** As printed. The make-up of CMA numbers changed over the years, so it is not judged. */
  number: string;
  issuer: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  status: QualificationStatus;
  statusReason: string | null;
  updatedAt: Date;
  version: number;
}

export type QualificationDraft = Pick<
  Qualification,
  'id' | 'institutionId' | 'scheme' | 'number' | 'issuer' | 'issuedOn' | 'validFrom' | 'validTo'
>;

export const qualificationProblem = problems('qualification', {
  'not-found': { kind: 'not-found', zh: '没有这份资质证书：{id}', en: 'there is no such certificate: {id}' },
  'number-taken': {
    kind: 'conflict',
    zh: '该机构已登记 {scheme} 证书 {number}',
    en: 'the institution already has the {scheme} certificate {number}',
  },
  'ends-before-start': {
    kind: 'invalid',
    zh: '有效期止 {validTo} 早于有效期起 {validFrom}',
    en: 'the last day {validTo} lies before the first day {validFrom}',
  },
  closed: {
    kind: 'conflict',
    zh: '证书已{status}，不能再修改',
    en: 'the certificate is {status} and can no longer be changed',
  },
  ended: {
    kind: 'conflict',
    zh: '证书已于 {validTo} 到期，不能启用',
    en: 'the certificate ended on {validTo} and cannot be activated',
  },
});

/** Recorded, to be checked against the register of the issuer. Throws `qualification/ends-before-start`. */
export function record(draft: QualificationDraft, now: Date): Qualification {
  const { validFrom, validTo } = draft;
  if (validTo < validFrom) throw qualificationProblem['ends-before-start']({ validFrom, validTo });
  return { ...draft, status: 'proposed', statusReason: null, updatedAt: now, version: 1 };
}

/** Checked, or taken up again after a suspension. `today` is the business date. */
export function activate(qualification: Qualification, today: string, now: Date): Partial<Qualification> {
  if (qualification.validTo < today) throw qualificationProblem.ended({ validTo: qualification.validTo });
  return move(qualification, 'active', null, now);
}

export function suspend(qualification: Qualification, reason: string, now: Date): Partial<Qualification> {
  return move(qualification, 'suspended', reason, now);
}

export function withdraw(qualification: Qualification, reason: string, now: Date): Partial<Qualification> {
  return move(qualification, 'withdrawn', reason, now);
}

/** Whether the last day of a certificate in use has passed. */
export function isOver({ status, validTo }: Qualification, today: string): boolean {
  return (status === 'active' || status === 'suspended') && validTo < today;
}

export function expire(qualification: Qualification, now: Date): Partial<Qualification> {
  return move(qualification, 'expired', null, now);
}

/** The issuer moved the last day. */
export function prolong(qualification: Qualification, validTo: string, now: Date): Partial<Qualification> {
  const { status } = qualification;
  if (scopeLineTransitions[status].length === 0) throw qualificationProblem.closed({ status });
  if (validTo < qualification.validFrom) {
    throw qualificationProblem['ends-before-start']({ validFrom: qualification.validFrom, validTo });
  }
  return { validTo, updatedAt: now };
}

/** Why jobs that rest on the certificate are looked at again, as the firms read it. */
export function causeOf({ scheme, number, status, statusReason, validTo }: Qualification): Words {
  if (status === 'expired') {
    return {
      zh: `${scheme} 证书 ${number} 有效期至 ${validTo}`,
      en: `the ${scheme} certificate ${number} was valid until ${validTo}`,
    };
  }
  const reason = statusReason ? [`：${statusReason}`, `: ${statusReason}`] : ['', ''];
  const ended = status === 'withdrawn';
  return {
    zh: `${scheme} 证书 ${number} 已${ended ? '撤销' : '暂停'}${reason[0]}`,
    en: `the ${scheme} certificate ${number} is ${ended ? 'withdrawn' : 'suspended'}${reason[1]}`,
  };
}

function move(
  qualification: Qualification,
  status: QualificationStatus,
  statusReason: string | null,
  now: Date,
): Partial<Qualification> {
  assertTransition('qualification', scopeLineTransitions, qualification.status, status);
  return { status, statusReason, updatedAt: now };
}
