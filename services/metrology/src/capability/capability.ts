import { scopeLineTransitions } from '@qi/contracts';
import type { ScopeLineStatus } from '@qi/contracts';
import { assertTransition, nameKey, problems, tidyName } from '@qi/kernel';
import type { Words } from '@qi/kernel';

export const capabilityKinds = ['calibration', 'verification'] as const;
export type CapabilityKind = (typeof capabilityKinds)[number];

/**
 * What an institute can measure at one site. For calibration this is a CMC (CNAS-GL025): a range with the expanded
 * uncertainty U, its coverage factor k and probability p. Verification is a legal act, so it names the areas in which
 * the institute has the authority. Values are decimal texts in the unit given.
 */
export interface CapabilityDetails {
  siteId: string;
  kind: CapabilityKind;
  measurand: string;
  /** Kinds of instrument it is meant for: `卡尺`. Empty: any that shows the measurand. */
  instrumentKinds: string[];
  rangeMin: string;
  rangeMax: string;
  unit: string;
  uncertainty: string;
  uncertaintyUnit: string;
  k: string;
  /** Coverage probability in per cent. */
  p: string;
  /** Regulation or specification: JJG for verification, JJF or another method for calibration. */
  method: string;
  onSite: boolean;
  /** GB/T 2260 codes, each with all that lies in it. Of meaning for verification. */
  legalAreas: string[];
  validFrom: string;
  validTo: string;
}

export interface Capability extends CapabilityDetails {
  id: string;
  instituteId: string;
  /** The measurand's name in the form that is compared. */
  measurandKey: string;
  status: ScopeLineStatus;
  statusReason: string | null;
  updatedAt: Date;
  version: number;
}

export const capabilityProblem = problems('capability', {
  'not-found': { kind: 'not-found', zh: '没有这项校准和测量能力：{id}', en: 'there is no such capability: {id}' },
  'ends-before-start': {
    kind: 'invalid',
    zh: '有效期止 {validTo} 早于有效期起 {validFrom}',
    en: 'the last day {validTo} lies before the first day {validFrom}',
  },
  'empty-range': {
    kind: 'invalid',
    zh: '测量范围上限 {rangeMax} 不大于下限 {rangeMin}',
    en: 'the range ends at {rangeMax}, not above its start {rangeMin}',
  },
  'not-positive': {
    kind: 'invalid',
    zh: '扩展不确定度和包含因子须大于零',
    en: 'the expanded uncertainty and the coverage factor are above zero',
  },
  'no-legal-area': {
    kind: 'invalid',
    zh: '检定能力须写明法定授权区域',
    en: 'a capability to verify names the areas in which the authority holds',
  },
  'unknown-site': { kind: 'invalid', zh: '机构没有这个场所：{siteId}', en: 'the institute has no such site: {siteId}' },
  ended: {
    kind: 'conflict',
    zh: '能力已于 {validTo} 到期，不能启用',
    en: 'the capability ended on {validTo} and cannot be activated',
  },
  'not-proposed': {
    kind: 'conflict',
    zh: '已核准的能力由管理员变更',
    en: 'an approved capability is changed by an administrator',
  },
  'not-reviewer': {
    kind: 'forbidden',
    zh: '只有管理员可以直接启用能力',
    en: 'only an administrator activates capabilities as they are entered',
  },
  closed: { kind: 'conflict', zh: '能力已{status}', en: 'the capability is {status}' },
});

export function propose(
  details: CapabilityDetails,
  capability: { id: string; instituteId: string },
  now: Date,
): Capability {
  return {
    ...checked(details),
    ...capability,
    status: 'proposed',
    statusReason: null,
    updatedAt: now,
    version: 1,
  };
}

/** Approves a proposal, or takes up a suspended capability. `today` is the business date. */
export function activate(capability: Capability, today: string, now: Date): Partial<Capability> {
  if (capability.validTo < today) throw capabilityProblem.ended({ validTo: capability.validTo });
  return move(capability, 'active', null, now);
}

export function suspend(capability: Capability, reason: string, now: Date): Partial<Capability> {
  return move(capability, 'suspended', reason, now);
}

export function withdraw(capability: Capability, reason: string, now: Date): Partial<Capability> {
  return move(capability, 'withdrawn', reason, now);
}

/** Why jobs that rest on the capability are looked at again, as the firms read it. */
export function causeOf({ measurand, rangeMin, rangeMax, unit, status, statusReason }: Capability): Words {
  const zh = { withdrawn: '撤销', suspended: '暂停', expired: '到期', active: '恢复', proposed: '申报' }[status];
  const range = `${measurand} ${rangeMin}–${rangeMax} ${unit}`;
  const reason = statusReason ? [`：${statusReason}`, `: ${statusReason}`] : ['', ''];
  return {
    zh: `校准和测量能力（${range}）已${zh}${reason[0]}`,
    en: `the calibration and measurement capability (${range}) is ${status}${reason[1]}`,
  };
}

/** Whether the last day of a capability in use has passed. */
export function isOver({ status, validTo }: Capability, today: string): boolean {
  return (status === 'active' || status === 'suspended') && validTo < today;
}

export function expire(capability: Capability, now: Date): Partial<Capability> {
  return move(capability, 'expired', null, now);
}

/** Other particulars. The holder may rewrite a proposal only; `byRegistrar` lifts that. */
export function amend(
  capability: Capability,
  changes: Partial<CapabilityDetails>,
  byRegistrar: boolean,
  now: Date,
): Partial<Capability> {
  if (scopeLineTransitions[capability.status].length === 0)
    throw capabilityProblem.closed({ status: capability.status });
  if (capability.status !== 'proposed' && !byRegistrar) throw capabilityProblem['not-proposed']();
  return { ...checked({ ...capability, ...changes }), updatedAt: now };
}

function move(capability: Capability, status: ScopeLineStatus, statusReason: string | null, now: Date) {
  assertTransition('capability', scopeLineTransitions, capability.status, status);
  return { status, statusReason, updatedAt: now };
}

/** Decimal texts are compared as numbers here: the order of two limits does not depend on the last digit of a float. */
function checked<D extends CapabilityDetails>(details: D) {
  const { rangeMin, rangeMax, validFrom, validTo } = details;
  if (validTo < validFrom) throw capabilityProblem['ends-before-start']({ validFrom, validTo });
  if (Number(rangeMax) <= Number(rangeMin)) throw capabilityProblem['empty-range']({ rangeMin, rangeMax });
  if (Number(details.uncertainty) <= 0 || Number(details.k) <= 0) throw capabilityProblem['not-positive']();
  if (details.kind === 'verification' && details.legalAreas.length === 0) throw capabilityProblem['no-legal-area']();
  const measurand = tidyName(details.measurand);
  return {
    ...details,
    measurand,
    measurandKey: nameKey(measurand),
    instrumentKinds: details.instrumentKinds.map(tidyName),
  };
}
