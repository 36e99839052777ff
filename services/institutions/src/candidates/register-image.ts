import type { Element, Scheme, ScopeLineStatus } from '@qi/contracts';

export interface ImageSite {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly open: boolean;
}

export interface ImageFacts {
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly statusReason: string | null;
  readonly sites: readonly ImageSite[];
  readonly areasServed: readonly string[];
  readonly elements: readonly Element[];
  readonly capacityPerWeek: number;
  readonly closedDates: readonly string[];
  readonly conflicts: readonly string[];
}

/** What many lines of a site have in common; the certificate they stand on is reckoned in. */
export type ImageTerm = readonly [
  siteId: string,
  scheme: Scheme,
  status: ScopeLineStatus,
  reason: string | null,
  validFrom: string,
  validTo: string,
  limitNote: string | null,
  clauses: readonly string[] | null,
  /** Last day on which all equipment behind the lines is in calibration; older images do not know it. */
  equipmentValidTo?: string | null,
];

/** All that routing knows of one institution, as it stood from `epoch` on. */
export interface RegisterImage {
  readonly institutionId: string;
  readonly epoch: string;
  readonly facts: ImageFacts;
  readonly terms: readonly ImageTerm[];
  readonly lines: Buffer;
}

/** What an image says of the institution itself and of the terms under which it holds lines. */
export type ImageTerms = Pick<RegisterImage, 'institutionId' | 'facts' | 'terms'>;

/** A line of an institution: its key, and the place of its term in the image. */
export type HeldLine = readonly [key: number, term: number];

/** A key as int4 and a place in `terms` as int2, big-endian. */
const LINE_BYTES = 6;

export function lineCount({ lines }: Pick<RegisterImage, 'lines'>): number {
  return lines.length / LINE_BYTES;
}

export function eachLine(lines: Buffer, visit: (key: number, term: number) => void): void {
  for (let at = 0; at < lines.length; at += LINE_BYTES) visit(lines.readInt32BE(at), lines.readInt16BE(at + 4));
}
