import { InstitutionChangedV1, institutionTransitions } from '@qi/contracts';
import type { By, DomainEvent, Element, InstitutionStatus } from '@qi/contracts';
import { assertTransition, parseUscc, problems } from '@qi/kernel';
import type { AreaCode, Decision } from '@qi/kernel';
import { changeSite, openSites, siteProblem } from './site';
import type { Site, SiteDetails } from './site';

export const institutionKinds = ['testing', 'certification', 'inspection', 'enterprise-laboratory'] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly duty?: string;
}

/** A person who works for the institution on the platform; `sub` is the subject of that person's token. */
export interface Member {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** What an institution says of itself and may change. */
export interface InstitutionProfile {
  name: string;
  kind: InstitutionKind;
  areaCode: AreaCode;
  contacts: Contact[];
  /** Areas served, by GB/T 2260 code; a code stands for all that lies in it. Empty: everywhere. */
  areasServed: AreaCode[];
  elements: Element[];
  /** Jobs that can be begun in one week. */
  capacityPerWeek: number;
  /** Business dates on which no work is done. */
  closedDates: string[];
  /** Credit codes of firms it may not work for: owners, subsidiaries, consulting clients. */
  conflicts: string[];
  members: Member[];
}

export interface Institution extends InstitutionProfile {
  id: string;
  uscc: string;
  status: InstitutionStatus;
  /** Why it was suspended, withdrawn or refused. */
  statusReason: string | null;
  sites: Site[];
  appliedBy: By;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export interface Application extends InstitutionProfile {
  readonly id: string;
  readonly uscc: string;
  readonly sites: Site[];
}

type Outcome = Decision<Institution, DomainEvent>;

export const institutionProblem = problems('institution', {
  'not-found': { kind: 'not-found', zh: '没有这个机构：{id}', en: 'there is no such institution: {id}' },
  'uscc-taken': {
    kind: 'conflict',
    zh: '统一社会信用代码 {uscc} 已有入驻机构',
    en: 'an institution with the credit code {uscc} is already registered',
  },
  'no-site': {
    kind: 'conflict',
    zh: '机构没有可用的场所，不能入驻',
    en: 'the institution has no open site and cannot be admitted',
  },
  'own-conflict': {
    kind: 'invalid',
    zh: '机构不能把自己列为利益冲突方',
    en: 'an institution cannot name itself as a conflict of interest',
  },
  closed: {
    kind: 'conflict',
    zh: '机构已{status}，资料不能再修改',
    en: 'the institution is {status}; its data can no longer be changed',
  },
});

/** A new application, to be reviewed. Throws `uscc/<failed check>`. */
export function apply(application: Application, by: By, now: Date): Institution {
  const uscc = parseUscc(application.uscc).value;
  assertNoOwnConflict(uscc, application.conflicts);
  return {
    ...application,
    uscc,
    status: 'applied',
    statusReason: null,
    appliedBy: by,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/**
 * Admits an applicant, or takes up a suspended institution again. Scope is granted per address, so an institution
 * without an open site could never be given a job.
 */
export function activate(institution: Institution, now: Date): Outcome {
  assertTransition('institution', institutionTransitions, institution.status, 'active');
  if (openSites(institution.sites).length === 0) throw institutionProblem['no-site']();
  return change(institution, 'active', null, now);
}

export function refuse(institution: Institution, reason: string, now: Date): Outcome {
  return change(institution, 'refused', reason, now);
}

export function suspend(institution: Institution, reason: string, now: Date): Outcome {
  return change(institution, 'suspended', reason, now);
}

export function withdraw(institution: Institution, reason: string, now: Date): Outcome {
  return change(institution, 'withdrawn', reason, now);
}

/** New particulars; the status stays. A withdrawn or refused institution is a closed record. */
export function amend(institution: Institution, changes: Partial<InstitutionProfile>, now: Date): Outcome {
  assertOpenRecord(institution);
  assertNoOwnConflict(institution.uscc, changes.conflicts ?? []);
  return { next: { ...changes, updatedAt: now }, events: [] };
}

export function addSite(institution: Institution, site: SiteDetails & { id: string }, now: Date): Outcome {
  assertOpenRecord(institution);
  return { next: { sites: [...institution.sites, { ...site, open: true }], updatedAt: now }, events: [] };
}

/** New particulars of a site, or closes it. Throws `site/not-found`, and `site/last-open` for the last one in use. */
export function amendSite(
  institution: Institution,
  siteId: string,
  changes: Partial<Omit<Site, 'id'>>,
  now: Date,
): Outcome {
  assertOpenRecord(institution);
  const sites = changeSite(institution.sites, siteId, changes);
  if (institution.status === 'active' && openSites(sites).length === 0) throw siteProblem['last-open']();
  return { next: { sites, updatedAt: now }, events: [] };
}

function assertOpenRecord({ status }: Institution): void {
  if (status === 'withdrawn' || status === 'refused') throw institutionProblem.closed({ status });
}

function change(institution: Institution, status: InstitutionStatus, reason: string | null, now: Date): Outcome {
  assertTransition('institution', institutionTransitions, institution.status, status);
  const { id, name } = institution;
  const fact = { institutionId: id, name, status, at: now.toISOString() };
  return {
    next: { status, statusReason: reason, updatedAt: now },
    events: [InstitutionChangedV1.of(reason === null ? fact : { ...fact, reason })],
  };
}

function assertNoOwnConflict(uscc: string, conflicts: readonly string[]): void {
  if (conflicts.includes(uscc)) throw institutionProblem['own-conflict']();
}
