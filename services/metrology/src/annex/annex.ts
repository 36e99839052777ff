import { annexTransitions } from '@qi/contracts';
import type { AnnexStatus, By } from '@qi/contracts';
import { assertTransition, nameKey, problems } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import type { Mapping } from '../annex-file/calibration-table';
import type { CapabilityDetails } from '../capability/capability';

export const annexFormats = ['json', 'csv', 'xlsx'] as const;
export type AnnexFormat = (typeof annexFormats)[number];

export const annexChanges = ['added', 'changed', 'kept', 'gone'] as const;
export type AnnexChange = (typeof annexChanges)[number];

export interface AnnexDetails {
  certNo: string;
  /** First and last business date; on the first the annex takes the place of the one before. */
  validFrom: string;
  validTo: string;
  /** Number of a place in the annex (`branchId`) → site. */
  places: Record<string, string>;
  /** Site of rows that name no place. */
  onlySite: string | null;
  /** Header or key → field. */
  mapping: Mapping;
}

/** One version of an institute's calibration scope, from the file to its end. */
export interface Annex extends AnnexDetails {
  id: string;
  instituteId: string;
  format: AnnexFormat;
  fileName: string;
  filePath: string;
  status: AnnexStatus;
  /** Last line of the file whose outcome is committed: where reading goes on after a stop. */
  line: number;
  /** Rows with a fault. */
  refused: number;
  added: number;
  changed: number;
  kept: number;
  gone: number;
  /** The register as it was compared with. */
  registerState: string | null;
  problem: Words | null;
  reason: string | null;
  submittedBy: By;
  submittedAt: Date;
  reviewedBy: By | null;
  reviewedAt: Date | null;
}

export const annexProblem = problems('annex', {
  'not-found': { kind: 'not-found', zh: '没有这份校准能力附表：{id}', en: 'there is no such annex: {id}' },
  format: {
    kind: 'invalid',
    zh: '须为 .json、.csv 或 .xlsx 文件：{name}',
    en: 'a .json, .csv or .xlsx file is needed: {name}',
  },
  'no-file': { kind: 'invalid', zh: '缺少文件', en: 'the file is missing' },
  mapping: { kind: 'invalid', zh: '表头对应关系无法识别', en: 'the header mapping cannot be read' },
  places: { kind: 'invalid', zh: '场所对应关系无法识别', en: 'the mapping of places cannot be read' },
  header: {
    kind: 'invalid',
    zh: '没有找到表头：须有被测量、规范代号、测量范围、扩展不确定度四列',
    en: 'no header was found: columns for measurand, method, range and uncertainty are needed',
  },
  'unknown-site': {
    kind: 'invalid',
    zh: '机构没有这个开放的场所：{siteId}',
    en: 'the institute has no such open site: {siteId}',
  },
  'no-site': {
    kind: 'invalid',
    zh: '机构有多个场所，须指明场所',
    en: 'the institute has several sites: name the site',
  },
  'ends-before-start': {
    kind: 'invalid',
    zh: '有效期止 {validTo} 早于有效期起 {validFrom}',
    en: 'the last day {validTo} lies before the first day {validFrom}',
  },
  ended: { kind: 'conflict', zh: '附表已于 {validTo} 到期', en: 'the annex ended on {validTo}' },
  'register-changed': {
    kind: 'conflict',
    zh: '比对之后能力已有变化，已重新比对，请再次查看差异后核准',
    en: 'the register has changed since; it was compared again: look at the differences, then approve',
  },
  'refused-rows': {
    kind: 'conflict',
    zh: '有 {refused} 行未能识别，其能力会随之终止；请改正文件，或确认后核准（acceptRefusals）',
    en: '{refused} rows were refused, and capabilities they stand for would end: correct the file, or approve with acceptRefusals',
  },
});

/** By the file's name. Throws `annex/format`. */
export function formatOf(name: string): AnnexFormat {
  const format = annexFormats.find((known) => name.toLowerCase().endsWith(`.${known}`));
  if (!format) throw annexProblem.format({ name });
  return format;
}

/** Throws when the annex cannot be of this institute. */
export function assertSound(details: AnnexDetails, open: readonly { readonly id: string }[]): void {
  const { validFrom, validTo } = details;
  if (validTo < validFrom) throw annexProblem['ends-before-start']({ validFrom, validTo });
  const sites = sitesOf(details);
  if (sites.length === 0) throw annexProblem['no-site']();
  const unknown = sites.find((id) => !open.some((site) => site.id === id));
  if (unknown !== undefined) throw annexProblem['unknown-site']({ siteId: unknown });
}

/** Sites whose capabilities the annex speaks for. */
export function sitesOf({ places, onlySite }: AnnexDetails): string[] {
  return [...new Set([...Object.values(places), ...(onlySite === null ? [] : [onlySite])])];
}

/** What makes a capability the same one in the next annex; its uncertainty may differ. */
export function keyOf(capability: CapabilityDetails): string {
  const { siteId, measurand, instrumentKinds, method, rangeMin, rangeMax, unit, onSite } = capability;
  const kinds = instrumentKinds.map(nameKey).sort();
  return JSON.stringify([siteId, nameKey(measurand), kinds, nameKey(method), rangeMin, rangeMax, unit, onSite]);
}

/** Whether a new annex says something else of a capability than the register. */
export function differs(held: CapabilityDetails, wanted: CapabilityDetails): boolean {
  const of = ({ uncertainty, uncertaintyUnit, k, validTo }: CapabilityDetails) => [
    uncertainty,
    uncertaintyUnit,
    k,
    validTo,
  ];
  return of(held).join(' ') !== of(wanted).join(' ');
}

interface Review {
  readonly by: By;
  readonly at: Date;
}

/** Approves the differences as they were shown; refused rows end what they stand for only when that is confirmed. */
export function approve(annex: Annex, acceptRefusals: boolean, today: string, { by, at }: Review): Partial<Annex> {
  assertTransition('annex', annexTransitions, annex.status, 'approved');
  const { validTo, refused, gone } = annex;
  if (validTo < today) throw annexProblem.ended({ validTo });
  if (refused > 0 && gone > 0 && !acceptRefusals) throw annexProblem['refused-rows']({ refused });
  return { status: 'approved', reviewedBy: by, reviewedAt: at };
}

export function reject(annex: Annex, reason: string, { by, at }: Review): Partial<Annex> {
  assertTransition('annex', annexTransitions, annex.status, 'rejected');
  return { status: 'rejected', reason, reviewedBy: by, reviewedAt: at };
}
