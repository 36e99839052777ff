import { editionYear } from './normalise';

/** Who issues a standard: tells which register answers for its currency. */
export type StandardSystem =
  | 'national'
  | 'industry'
  | 'local'
  | 'group'
  | 'enterprise'
  | 'metrology'
  | 'accreditation'
  | 'international'
  | 'regional'
  | 'foreign';

/** How the canonical form joins prefix, number, part and year. */
export interface Style {
  readonly lead: ' ' | '-';
  readonly part: '.' | '-';
  readonly year: '-' | ':';
  /** ASTM and CPSC write the year with two figures. */
  readonly shortYear?: boolean;
}

/** What a grammar reads from the front of the text; `rest` goes to the tail. */
export interface Head {
  readonly prefix: string;
  readonly system: StandardSystem;
  readonly style: Style;
  readonly number: string;
  readonly part?: string | undefined;
  readonly year?: number | undefined;
  readonly edition?: string | undefined;
  readonly rest: string;
}

export type Grammar = (text: string) => Head | undefined;

export const CHINESE: Style = { lead: ' ', part: '.', year: '-' };
export const INTERNATIONAL: Style = { lead: ' ', part: '-', year: ':' };
export const AMERICAN: Style = { lead: ' ', part: '-', year: '-' };

const hyphenYear = (short: string): string =>
  `(?:[-:](?<year>\\d{4}|${short})(?<edition>[A-Z](?![A-Z\\d]))?(?!\\d)| (?<spaced>(?:19|20)\\d{2})(?=$|[ (,/]))?`;

/** The groups `year` or `spaced` and `edition`, where the year follows a hyphen: `-2025`, `-17`, `-2010A`, ` 2006`. */
export const HYPHEN_YEAR = hyphenYear('\\d{2}');

/** Chinese numbers have had four-figure years since the 1990s: `-95` is a year, `-10` more likely a part typed wrong. */
export const CHINESE_YEAR = hyphenYear('[5-9]\\d');

/** The named groups of a match. */
export type Named = Readonly<Record<string, string | undefined>>;

/** Builds a grammar from a pattern over the whole text; undefined also when the figures after the number are no year. */
export function grammar(pattern: RegExp, read: (groups: Named) => Omit<Head, 'rest' | 'year'>): Grammar {
  return (text) => {
    const groups: Named | undefined = pattern.exec(text)?.groups;
    if (!groups) return undefined;
    const figures = groups['year'] ?? groups['spaced'];
    const year = editionYear(figures);
    if (figures !== undefined && year === undefined) return undefined;
    return { edition: groups['edition'], ...read(groups), year, rest: groups['rest'] ?? '' };
  };
}

/**
 * ISO and its like put part and year behind the same hyphen when typed carelessly (`ISO 3613-2000`): a last part of four
 * figures that can be a year is one, unless a year follows anyway. Parts with such numbers are always cited with theirs.
 */
export function splitParts(parts: string | undefined, hasYear: boolean): { part?: string; year?: string } {
  const pieces = (parts ?? '').split('-').slice(1);
  const last = pieces.at(-1) ?? '';
  const year = !hasYear && /^(19[4-9]|20[0-4])\d$/.test(last) ? pieces.pop() : undefined;
  return { ...(pieces.length > 0 ? { part: pieces.join('-') } : {}), ...(year === undefined ? {} : { year }) };
}
