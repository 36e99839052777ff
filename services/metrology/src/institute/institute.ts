import { institutionTransitions } from '@qi/contracts';
import type { By, InstitutionStatus } from '@qi/contracts';
import { assertTransition, parseUscc, problems } from '@qi/kernel';
import type { AreaCode, Words } from '@qi/kernel';

/** One address where measurements are made. WGS-84 degrees. A closed site stays, because capabilities name it. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly areaCode: AreaCode;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly open: boolean;
}

export type SiteDetails = Omit<Site, 'id' | 'open'>;

export interface InstituteProfile {
  name: string;
  areaCode: AreaCode;
  /** Areas served, each with all that lies in it. Empty: everywhere. */
  areasServed: AreaCode[];
  /** Jobs that can be begun in one week. */
  capacityPerWeek: number;
  /** Credit codes of firms it may not work for. */
  conflicts: string[];
}

/** A metrology institute or calibration body; it goes the way of an institution. */
export interface Institute extends InstituteProfile {
  id: string;
  uscc: string;
  status: InstitutionStatus;
  statusReason: string | null;
  sites: Site[];
  appliedBy: By;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export interface Application extends InstituteProfile {
  readonly id: string;
  readonly uscc: string;
  readonly sites: Site[];
}

export const instituteProblem = problems('institute', {
  'not-found': { kind: 'not-found', zh: '没有这个计量机构：{id}', en: 'there is no such institute: {id}' },
  'uscc-taken': {
    kind: 'conflict',
    zh: '统一社会信用代码 {uscc} 已有入驻机构',
    en: 'an institute with the credit code {uscc} is already registered',
  },
  'no-site': { kind: 'conflict', zh: '机构没有开放的场所', en: 'the institute has no open site' },
  'unknown-site': { kind: 'not-found', zh: '机构没有这个场所：{id}', en: 'the institute has no such site: {id}' },
  closed: {
    kind: 'conflict',
    zh: '机构已{status}，资料不能再修改',
    en: 'the institute is {status}; its data can no longer be changed',
  },
});

/** A new application, to be reviewed. Throws `uscc/<failed check>`. */
export function apply(application: Application, by: By, now: Date): Institute {
  const uscc = parseUscc(application.uscc).value;
  const times = { createdAt: now, updatedAt: now };
  return { ...application, ...times, uscc, status: 'applied', statusReason: null, appliedBy: by, version: 1 };
}

/** Admits an applicant, or takes up a suspended institute again. */
export function activate(institute: Institute, now: Date): Partial<Institute> {
  const next = move(institute, 'active', null, now);
  assertOpenSite(institute.sites);
  return next;
}

export function refuse(institute: Institute, reason: string, now: Date): Partial<Institute> {
  return move(institute, 'refused', reason, now);
}

export function suspend(institute: Institute, reason: string, now: Date): Partial<Institute> {
  return move(institute, 'suspended', reason, now);
}

export function withdraw(institute: Institute, reason: string, now: Date): Partial<Institute> {
  return move(institute, 'withdrawn', reason, now);
}

export function amend(institute: Institute, changes: Partial<InstituteProfile>, now: Date): Partial<Institute> {
  assertOpenRecord(institute);
  return { ...changes, updatedAt: now };
}

export function addSite(institute: Institute, site: SiteDetails & { id: string }, now: Date): Partial<Institute> {
  assertOpenRecord(institute);
  return { sites: [...institute.sites, { ...site, open: true }], updatedAt: now };
}

export function closeSite(institute: Institute, siteId: string, now: Date): Partial<Institute> {
  assertOpenRecord(institute);
  if (!institute.sites.some((site) => site.id === siteId)) throw instituteProblem['unknown-site']({ id: siteId });
  const sites = institute.sites.map((site) => (site.id === siteId ? { ...site, open: false } : site));
  if (institute.status === 'active') assertOpenSite(sites);
  return { sites, updatedAt: now };
}

/** Why the institute's jobs are looked at again, as the firms read it. */
export function causeOf({ status, statusReason }: Institute): Words {
  const reason = statusReason ?? '';
  return status === 'withdrawn'
    ? { zh: `机构已撤销：${reason}`, en: `withdrawn: ${reason}` }
    : { zh: `机构已暂停：${reason}`, en: `suspended: ${reason}` };
}

function move(institute: Institute, status: InstitutionStatus, statusReason: string | null, now: Date) {
  assertTransition('institute', institutionTransitions, institute.status, status);
  return { status, statusReason, updatedAt: now };
}

function assertOpenSite(sites: readonly Site[]): void {
  if (!sites.some((site) => site.open)) throw instituteProblem['no-site']();
}

function assertOpenRecord({ status }: Institute): void {
  if (status === 'withdrawn' || status === 'refused') throw instituteProblem.closed({ status });
}
