import { newId } from '@qi/kernel';
import { aTaskOpened } from '@qi/testing';
import type {
  AdviceFacts,
  CalibrationFacts,
  Candidate,
  CapabilityFact,
  RoutingContext,
  RoutingDemand,
  ScopeFacts,
  ScopeLineFact,
  StandardFact,
  TaskOpened,
} from '../src';
import { defaultPolicy } from '../src';
import { standardCurrency } from '../src/routing/currency';
import { routingDemandOf } from '../src/task/task';

/** The children's vehicle standards as of 2026-11-01 and others with a history. */
export const standards: readonly StandardFact[] = [
  std('GB 14747-2006', '儿童三轮车安全要求', {
    endsOn: '2026-10-31',
    successors: ['GB/T 14747-2025', 'GB 46517-2025'],
  }),
  std('GB/T 14747-2025', '儿童三轮车', { inForceFrom: '2026-11-01' }),
  std('GB 46517-2025', '儿童骑行及活动用品 通用安全要求', { inForceFrom: '2026-11-01' }),
  std('GB/T 29606-2013', '不锈钢真空杯', { endsOn: '2027-01-31', successors: ['GB/T 29606-2026'] }),
  std('GB/T 29606-2026', '不锈钢真空杯', { inForceFrom: '2027-02-01' }),
  std('JJG 41-1990', '三针检定规程', { endsOn: '2008-09-30', successors: ['JJF 1207-2008'] }),
  std('JJF 1207-2008', '针规、三针校准规范', { inForceFrom: '2008-10-01' }),
  std('ISO 4287:1997', 'Surface texture', { endsOn: '2021-12-16', successors: ['ISO 21920-2:2021'] }),
  std('ISO 21920-2:2021', 'Surface texture', { inForceFrom: '2021-12-17' }),
];

function std(number: string, title: string, given: Partial<StandardFact>): StandardFact {
  const family = number.replace(/[-:]\d{4}$/, '');
  const mandatory = /^GB \d/.test(number);
  return { number, family, title: { zh: title, en: title }, mandatory, successors: [], ...given };
}

export function aContext(given: Partial<RoutingContext> = {}): RoutingContext {
  return { asOf: '2026-11-23', standards: standardCurrency(standards), policy: defaultPolicy, ...given };
}

/** Routing demand of a task that asks for the stability of a tricycle by GB/T 14747-2025 on 2026-12-01. */
export function aRoutingDemand(
  demand: Partial<RoutingDemand['demand']> = {},
  given: Partial<TaskOpened> = {},
): RoutingDemand {
  const task = aTaskOpened(given);
  return routingDemandOf({ ...task, demand: { ...task.demand, ...demand } }, []);
}

export function aCandidate<F = ScopeFacts>(given: Partial<Candidate<F>> & { readonly facts: F }): Candidate<F> {
  return {
    providerId: newId(),
    name: '嘉兴某检测机构',
    areaCode: '330400',
    longitude: 120.75,
    latitude: 30.75,
    areasServed: [],
    active: true,
    capacityPerWeek: 20,
    openJobs: 0,
    conflicts: [],
    ...given,
  };
}

export const SITE = '019aa000-0000-7000-8000-000000000001';
export const OTHER_SITE = '019aa000-0000-7000-8000-000000000002';

export function aScopeLine(given: Partial<ScopeLineFact> = {}): ScopeLineFact {
  return {
    lineId: newId(),
    siteId: SITE,
    scheme: 'CMA',
    object: '儿童三轮车',
    parameter: '稳定性',
    methodStandard: 'GB/T 14747-2025',
    status: 'active',
    validFrom: '2026-01-01',
    validTo: '2031-12-31',
    ...given,
  };
}

export function aLaboratory(...lines: Partial<ScopeLineFact>[]): Candidate<ScopeFacts> {
  return aCandidate({ facts: { lines: lines.map(aScopeLine) } });
}

export function aCapability(given: Partial<CapabilityFact> = {}): CapabilityFact {
  return {
    capabilityId: newId(),
    siteId: SITE,
    services: ['calibration'],
    measurand: '长度',
    min: '0',
    max: '150',
    unit: 'mm',
    uncertainty: '10',
    uncertaintyUnit: 'μm',
    k: '2',
    onSite: false,
    status: 'active',
    validFrom: '2024-01-01',
    validTo: '2029-12-31',
    ...given,
  };
}

export function anInstitute(...capabilities: Partial<CapabilityFact>[]): Candidate<CalibrationFacts> {
  return aCandidate({ facts: { capabilities: capabilities.map(aCapability) } });
}

export function anExpert(facts: Partial<AdviceFacts> = {}): Candidate<AdviceFacts> {
  return aCandidate({ facts: { skills: ['质量诊断', '六西格玛'], unavailable: [], ...facts } });
}
