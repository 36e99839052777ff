import { annexTransitions } from '@qi/contracts';
import type { AnnexStatus, By } from '@qi/contracts';
import { assertTransition, problems } from '@qi/kernel';
import type { Words } from '@qi/kernel';

export const annexFormats = ['json', 'csv', 'xlsx'] as const;
export type AnnexFormat = (typeof annexFormats)[number];

/** What a line of an annex is beside the register. */
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
  /** Header or key → field, for files with names of their own. */
  mapping: Readonly<Record<string, string>>;
}

/** One version of what a provider is approved for, from the file to its end. */
export interface Annex extends AnnexDetails {
  id: string;
  providerId: string;
  format: AnnexFormat;
  fileName: string;
  filePath: string;
  /** False for a file that was not uploaded: it is read by whoever gave it, and stays. */
  uploaded?: boolean;
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
  'unknown-site': {
    kind: 'invalid',
    zh: '机构没有这个开放的场所：{siteId}',
    en: 'the institution has no such open site: {siteId}',
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
    en: '{refused} rows were refused, and what they stand for would end: correct the file, or approve with acceptRefusals',
  },
});

/** By the file's name. Throws `annex/format`. */
export function formatOf(name: string): AnnexFormat {
  const format = annexFormats.find((known) => name.toLowerCase().endsWith(`.${known}`));
  if (!format) throw annexProblem.format({ name });
  return format;
}

/** Sites that the annex names: by the number of their place, or as the only one. */
export function sitesNamed({ places, onlySite }: Pick<AnnexDetails, 'places' | 'onlySite'>): string[] {
  return [...new Set([...Object.values(places), ...(onlySite === null ? [] : [onlySite])])];
}

/** Throws when the annex names sites that its provider does not have, or days in the wrong order. */
export function assertSound(details: AnnexDetails, open: readonly { readonly id: string }[]): void {
  const { validFrom, validTo } = details;
  if (validTo < validFrom) throw annexProblem['ends-before-start']({ validFrom, validTo });
  const unknown = sitesNamed(details).find((id) => !open.some((site) => site.id === id));
  if (unknown !== undefined) throw annexProblem['unknown-site']({ siteId: unknown });
}

export interface AnnexReview {
  readonly by: By;
  readonly at: Date;
  readonly today: string;
}

type Reviewed = Pick<Annex, 'status' | 'reviewedBy' | 'reviewedAt'>;

/**
 * Approves the differences as they were shown. Refused rows end what they stand for in the register, so they are not
 * passed over in silence.
 */
export function approve(annex: Annex, acceptRefusals: boolean, { by, at, today }: AnnexReview): Reviewed {
  assertTransition('annex', annexTransitions, annex.status, 'approved');
  const { validTo, refused, gone } = annex;
  if (validTo < today) throw annexProblem.ended({ validTo });
  if (refused > 0 && gone > 0 && !acceptRefusals) throw annexProblem['refused-rows']({ refused });
  return { status: 'approved', reviewedBy: by, reviewedAt: at };
}

export function reject(annex: Annex, reason: string, { by, at }: AnnexReview): Reviewed & Pick<Annex, 'reason'> {
  assertTransition('annex', annexTransitions, annex.status, 'rejected');
  return { status: 'rejected', reason, reviewedBy: by, reviewedAt: at };
}

/** Its first day has come. */
export function activate(annex: Annex): Pick<Annex, 'status'> {
  assertTransition('annex', annexTransitions, annex.status, 'active');
  return { status: 'active' };
}
