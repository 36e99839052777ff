import { annexTransitions } from '@qi/contracts';
import type { AnnexStatus, By, Scheme } from '@qi/contracts';
import { assertTransition, problems } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import type { Mapping } from '../annex-file/cma-table';
import type { AnnexFormat } from '../annex-file/format';

/**
 * `whole`: all that is held at its sites under the scheme; what it lacks, ends. `extension` (扩项): only what is added
 * or changed.
 */
export const annexExtents = ['whole', 'extension'] as const;
export type AnnexExtent = (typeof annexExtents)[number];

export const annexChanges = ['added', 'changed', 'kept', 'gone'] as const;
export type AnnexChange = (typeof annexChanges)[number];

export interface AnnexDetails {
  scheme: Scheme;
  certNo: string;
  extent: AnnexExtent;
  /** First and last business date; on the first the annex takes the place of the one before. */
  validFrom: string;
  validTo: string;
  /** Number of a place in the annex (`branchId`) → site. */
  places: Record<string, string>;
  /** Site of rows that name no place. */
  onlySite: string | null;
  /** Header → field, for tables with headers of their own. */
  mapping: Mapping;
}

/** One version of an institution's scope schedule, from the file to its end. */
export interface Annex extends AnnexDetails {
  id: string;
  institutionId: string;
  format: AnnexFormat;
  fileName: string;
  filePath: string;
  /** The file was uploaded and goes when it has been read. */
  uploaded: boolean;
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
  /** Why reading failed. */
  problem: Words | null;
  /** Why it was rejected. */
  reason: string | null;
  submittedBy: By;
  submittedAt: Date;
  reviewedBy: By | null;
  reviewedAt: Date | null;
  activatedAt: Date | null;
}

export const annexProblem = problems('annex', {
  'not-found': { kind: 'not-found', zh: '没有这份能力附表：{id}', en: 'there is no such annex: {id}' },
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
    zh: '没有找到表头：至少要有标准号和参数两列',
    en: 'no header was found: columns for the standard and the parameter are needed',
  },
  'unknown-site': {
    kind: 'invalid',
    zh: '机构没有这个开放的场所：{siteId}',
    en: 'the institution has no such open site: {siteId}',
  },
  'one-site-twice': {
    kind: 'invalid',
    zh: '两个场所编号指向同一场所：{siteId}',
    en: 'two numbers of places stand for one site: {siteId}',
  },
  'ends-before-start': {
    kind: 'invalid',
    zh: '有效期止 {validTo} 早于有效期起 {validFrom}',
    en: 'the last day {validTo} lies before the first day {validFrom}',
  },
  ended: { kind: 'conflict', zh: '附表已于 {validTo} 到期', en: 'the annex ended on {validTo}' },
  'register-changed': {
    kind: 'conflict',
    zh: '比对之后能力台账已有变化，已重新比对，请再次查看差异后核准',
    en: 'the register has changed since; it was compared again: look at the differences, then approve',
  },
  'refused-rows': {
    kind: 'conflict',
    zh: '有 {refused} 行未能识别，其能力会随之终止；请改正文件，或确认后核准（acceptRefusals）',
    en: '{refused} rows were refused, and lines they stand for would end: correct the file, or approve with acceptRefusals',
  },
});

/** Throws when the annex cannot be of this institution: sites it does not have, days in the wrong order. */
export function assertSound(
  { validFrom, validTo, places, onlySite }: AnnexDetails,
  sites: readonly { readonly id: string; readonly open: boolean }[],
): void {
  if (validTo < validFrom) throw annexProblem['ends-before-start']({ validFrom, validTo });
  const open = new Set(sites.filter((site) => site.open).map(({ id }) => id));
  const named = [...Object.values(places), ...(onlySite === null ? [] : [onlySite])];
  const unknown = named.find((id) => !open.has(id));
  if (unknown !== undefined) throw annexProblem['unknown-site']({ siteId: unknown });
  const numbered = Object.values(places);
  const twice = numbered.find((id, at) => numbered.indexOf(id) < at);
  if (twice !== undefined) throw annexProblem['one-site-twice']({ siteId: twice });
}

/** Sites whose lines the annex speaks for: those it names by number, the only one, or all. */
export function sitesOf({ places, onlySite }: AnnexDetails, sites: readonly { readonly id: string }[]): string[] {
  const named = [...new Set([...Object.values(places), ...(onlySite === null ? [] : [onlySite])])];
  return named.length > 0 ? named : sites.map(({ id }) => id);
}

export interface Review {
  readonly by: By;
  readonly at: Date;
  readonly today: string;
}

/**
 * Approves the differences as they were shown. Refused rows end what they stand for in the register, so they are not
 * passed over in silence.
 */
export function approve(annex: Annex, acceptRefusals: boolean, { by, at, today }: Review): Partial<Annex> {
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

export function activate(annex: Annex, at: Date): Partial<Annex> {
  assertTransition('annex', annexTransitions, annex.status, 'active');
  return { status: 'active', activatedAt: at };
}
