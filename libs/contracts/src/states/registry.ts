import type { Transitions } from '@qi/kernel';
import type { institutionStatuses } from '../events/registry';

export const platformStatuses = ['planned', 'open', 'merged', 'closed'] as const;
export type PlatformStatus = (typeof platformStatuses)[number];
export const platformTransitions = {
  planned: ['open', 'closed'],
  open: ['merged', 'closed'],
  merged: [],
  closed: [],
} as const satisfies Transitions<PlatformStatus>;
export const platformFinals: readonly PlatformStatus[] = ['merged', 'closed'];

export const serviceItemStatuses = ['draft', 'published', 'retired'] as const;
export type ServiceItemStatus = (typeof serviceItemStatuses)[number];
export const serviceItemTransitions = {
  draft: ['published', 'retired'],
  published: ['retired'],
  retired: [],
} as const satisfies Transitions<ServiceItemStatus>;
export const serviceItemFinals: readonly ServiceItemStatus[] = ['retired'];

export type InstitutionStatus = (typeof institutionStatuses)[number];
export const institutionTransitions = {
  applied: ['active', 'refused'],
  active: ['suspended', 'withdrawn'],
  suspended: ['active', 'withdrawn'],
  withdrawn: [],
  refused: [],
} as const satisfies Transitions<InstitutionStatus>;
export const institutionFinals: readonly InstitutionStatus[] = ['withdrawn', 'refused'];

export const scopeLineStatuses = ['proposed', 'active', 'suspended', 'expired', 'withdrawn'] as const;
export type ScopeLineStatus = (typeof scopeLineStatuses)[number];
export const scopeLineTransitions = {
  proposed: ['active', 'withdrawn'],
  active: ['suspended', 'expired', 'withdrawn'],
  suspended: ['active', 'expired', 'withdrawn'],
  expired: [],
  withdrawn: [],
} as const satisfies Transitions<ScopeLineStatus>;
export const scopeLineFinals: readonly ScopeLineStatus[] = ['expired', 'withdrawn'];

/** A version of a scope schedule: read from its file, compared with the register, approved, in effect from its day. */
export const annexStatuses = ['reading', 'failed', 'proposed', 'rejected', 'approved', 'active', 'superseded'] as const;
export type AnnexStatus = (typeof annexStatuses)[number];
export const annexTransitions = {
  reading: ['proposed', 'failed'],
  failed: [],
  proposed: ['approved', 'rejected'],
  rejected: [],
  approved: ['active'],
  active: ['superseded'],
  superseded: [],
} as const satisfies Transitions<AnnexStatus>;
export const annexFinals: readonly AnnexStatus[] = ['failed', 'rejected', 'superseded'];

export const instrumentStatuses = ['in-use', 'due', 'overdue', 'in-service', 'stopped', 'scrapped'] as const;
export type InstrumentStatus = (typeof instrumentStatuses)[number];
export const instrumentTransitions = {
  'in-use': ['due', 'in-service', 'stopped', 'scrapped'],
  due: ['overdue', 'in-service', 'stopped', 'scrapped'],
  overdue: ['in-service', 'stopped', 'scrapped'],
  'in-service': ['in-use', 'stopped', 'scrapped'],
  stopped: ['in-use', 'scrapped'],
  scrapped: [],
} as const satisfies Transitions<InstrumentStatus>;
export const instrumentFinals: readonly InstrumentStatus[] = ['scrapped'];

export const enterpriseStatuses = ['registered', 'verified', 'suspended'] as const;
export type EnterpriseStatus = (typeof enterpriseStatuses)[number];
export const enterpriseTransitions = {
  registered: ['verified', 'suspended'],
  verified: ['suspended'],
  suspended: ['verified'],
} as const satisfies Transitions<EnterpriseStatus>;

export const workItemStatuses = ['open', 'done', 'dismissed'] as const;
export type WorkItemStatus = (typeof workItemStatuses)[number];
/** Done or dismissed, it opens again when the standard's dates or successors change, or the fault comes back. */
export const workItemTransitions = {
  open: ['done', 'dismissed'],
  done: ['open'],
  dismissed: ['open'],
} as const satisfies Transitions<WorkItemStatus>;
