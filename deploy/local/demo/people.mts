/** The parts people play in the demo. No names of persons: each part is called by its duty. */
import { addDays, toBusinessDate } from '@qi/kernel';
import type { Person, Session } from './session.mts';

const ZHEJIANG = ['330000'];

/** The business date so many days after `now`: the demo's dates are all relative. */
export const inDays = (days: number, now = new Date()): string => addDays(toBusinessDate(now), days);

export const administrator = (session: Session): Person =>
  session.as({ sub: 'demo-administrator', name: '平台管理员', roles: ['administrator'], areas: ZHEJIANG });
export const clerk = (session: Session): Person =>
  session.as({ sub: 'demo-clerk', name: '平湖窗口受理员', roles: ['clerk'], areas: ['330482'] });
export const auditor = (session: Session): Person =>
  session.as({ sub: 'demo-auditor', name: '审计员', roles: ['auditor'], areas: ZHEJIANG });
export const firm = (session: Session, enterpriseId: string): Person =>
  session.as({
    sub: 'demo-applicant',
    name: '企业办事员',
    org: { kind: 'enterprise', id: enterpriseId },
    roles: ['applicant', 'quality-manager'],
  });
/** One person with every duty of an institution, so that the case needs one token for each. */
export const laboratory = (session: Session, institutionId: string): Person =>
  session.as({
    sub: `demo-laboratory-${institutionId.slice(-4)}`,
    name: '机构业务员',
    org: { kind: 'institution', id: institutionId },
    roles: ['coordinator', 'receiver', 'tester', 'reviewer', 'signatory'],
  });
export const institute = (session: Session, instituteId: string): Person =>
  session.as({
    sub: `demo-institute-${instituteId.slice(-4)}`,
    name: '计量业务员',
    org: { kind: 'institution', id: instituteId },
    roles: ['metrology-coordinator', 'metrology-verifier', 'metrology-signatory'],
  });
export const expert = (session: Session, expertId: string): Person =>
  session.as({
    sub: `demo-expert-${expertId.slice(-4)}`,
    name: '专家本人',
    org: { kind: 'expert', id: expertId },
    roles: ['expert'],
  });
