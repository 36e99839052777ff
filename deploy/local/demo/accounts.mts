/**
 * Who can sign in at the demo: one account per role, and one with every duty for each institution of the main case. No
 * names of persons: each part is called by its duty. Identity enters the accounts, the gateway their memberships.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganisationKind, Role } from '@qi/platform';
import { firmOfTheCase, platform } from './seed-data.mts';
import { experts, institutes, institutions } from './seed-providers.mts';

export interface DemoAccount {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** `key` is what finds the organisation: its credit code, an expert's or a platform's name. Absent: no organisation of its own. */
  readonly organisation?: { readonly kind: OrganisationKind; readonly key: string };
  readonly areas: readonly string[];
}

/** Known to everybody: the accounts exist in demo mode only. */
export const demoPassword = 'one-window-2026';

type Part = Omit<DemoAccount, 'sub' | 'email' | 'areas'> & { readonly id: string; readonly areas?: readonly string[] };

const firm = { kind: 'enterprise', key: firmOfTheCase.uscc } as const;
const window = { kind: 'platform', key: platform.name.zh } as const;
const laboratoryOf = (index: number) => ({ kind: 'institution', key: institutions[index]!.profile.uscc }) as const;
const instituteOf = (index: number) => ({ kind: 'institution', key: institutes[index]!.profile.uscc }) as const;
const expertOf = (index: number) => ({ kind: 'expert', key: experts[index]!.name }) as const;
const laboratoryDuties = ['coordinator', 'receiver', 'tester', 'reviewer', 'signatory'] as const;
const metrologyDuties = ['metrology-coordinator', 'metrology-verifier', 'metrology-signatory'] as const;

const parts: readonly Part[] = [
  { id: 'applicant', name: '企业办事员', roles: ['applicant'], organisation: firm },
  { id: 'quality-manager', name: '企业质量负责人', roles: ['quality-manager'], organisation: firm },
  { id: 'finance', name: '企业财务', roles: ['finance'], organisation: firm },
  { id: 'clerk', name: '平湖窗口受理员', roles: ['clerk'], organisation: window, areas: ['330482'] },
  { id: 'steward', name: '平湖园区服务专员', roles: ['steward'], organisation: window, areas: ['330482'] },
  ...institutions.map(({ profile }, index) => ({
    id: `laboratory-${index + 1}`,
    name: `${profile.name.replace(/（.*/, '')}业务员`,
    roles: laboratoryDuties,
    organisation: laboratoryOf(index),
  })),
  { id: 'coordinator', name: '机构业务受理', roles: ['coordinator'], organisation: laboratoryOf(1) },
  { id: 'receiver', name: '机构样品管理', roles: ['receiver'], organisation: laboratoryOf(1) },
  { id: 'tester', name: '机构检测员', roles: ['tester'], organisation: laboratoryOf(1) },
  { id: 'reviewer', name: '机构报告审核', roles: ['reviewer'], organisation: laboratoryOf(1) },
  { id: 'signatory', name: '机构授权签字人', roles: ['signatory'], organisation: laboratoryOf(1) },
  ...institutes.map(({ profile }, index) => ({
    id: `institute-${index + 1}`,
    name: `${profile.name.replace(/（.*/, '')}业务员`,
    roles: metrologyDuties,
    organisation: instituteOf(index),
  })),
  { id: 'metrology-coordinator', name: '计量业务受理', roles: ['metrology-coordinator'], organisation: instituteOf(0) },
  { id: 'metrology-verifier', name: '计量检定员', roles: ['metrology-verifier'], organisation: instituteOf(0) },
  { id: 'metrology-signatory', name: '计量签发人', roles: ['metrology-signatory'], organisation: instituteOf(0) },
  ...experts.map((_, index) => ({
    id: `expert-${index + 1}`,
    name: `专家 0${index + 1} 号`,
    roles: ['expert'] as const,
    organisation: expertOf(index),
  })),
  { id: 'trainer', name: '培训讲师', roles: ['trainer'], organisation: expertOf(2) },
  { id: 'administrator', name: '平台管理员', roles: ['administrator'], areas: ['330000'] },
  { id: 'operator', name: '平台运维', roles: ['operator'] },
  { id: 'auditor', name: '审计员', roles: ['auditor'], areas: ['330000'] },
];

/** `.test` is a domain that never exists (RFC 6761): no mail ever leaves for it. */
export const demoAccounts: readonly DemoAccount[] = parts.map(({ id, areas = [], ...part }) => ({
  ...part,
  ...{ sub: `demo-${id}`, email: `${id}@demo.test`, areas },
}));

/** What identity reads when it starts in demo mode. */
export function writeDemoAccounts(dataDir: string): void {
  const accounts = demoAccounts.map(({ sub, email, name }) => ({ sub, email, name }));
  writeFileSync(join(dataDir, 'demo-accounts.json'), JSON.stringify({ password: demoPassword, accounts }, null, 2));
}
