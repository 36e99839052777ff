import { parseStandardNumber } from '@qi/kernel';

/** What of a standard is found by words and classes. */
export interface Searchable {
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
}

const CJK = /[\p{Script=Han}]+/gu;
const WORD = /[a-z0-9]+(?:\.[0-9]+)*/g;
const MAX_WORD = 40;

/** The number as prefixes are compared: lower case, no blanks, one hyphen for every joint. */
export function numberKey(canonical: string): string {
  return canonical.toLowerCase().replace(/\s+/g, '').replaceAll(':', '-');
}

/**
 * The lexemes of a standard, in one vector: words of the titles, every pair of neighbouring Chinese characters (so that
 * any substring is found without a dictionary on this side), the parts of the number, and each class with those above.
 */
export function tokensOf({ number, title, ics, ccs }: Searchable): string[] {
  return [
    ...new Set([
      ...numberTokens(number),
      ...textTokens(`${title.zh} ${title.en}`),
      ...ics.flatMap((code) => above(code, '.').map(icsToken)),
      ...ccs.flatMap((code) => [ccsToken(code.slice(0, 1)), ccsToken(code)]),
    ]),
  ];
}

export function icsToken(code: string): string {
  return `ics:${code}`;
}

export function ccsToken(code: string): string {
  return `ccs:${code.toLowerCase()}`;
}

/** `gb/t`, `14747`, `2025`, `14747-2025` of GB/T 14747-2025. */
export function numberTokens(raw: string): string[] {
  const read = parseStandardNumber(raw);
  if (!read) return [];
  const { prefix, part, year } = read;
  const main = read.number.toLowerCase();
  const withPart = part === undefined ? main : `${main}.${part.toLowerCase()}`;
  return [...new Set([prefix.toLowerCase().replace(/\s+/g, ''), main, withPart, ...yearTokens(withPart, year)])];
}

function yearTokens(number: string, year: number | undefined): string[] {
  return year === undefined ? [] : [String(year), `${number}-${year}`];
}

/** Chinese runs as their pairs and their last character (a prefix search for one character then finds every place). */
export function textTokens(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const chinese = (plain.match(CJK) ?? []).flatMap((run) => [...pairsOf(run), run.slice(-1)]);
  return [...chinese, ...wordsOf(plain)];
}

export function pairsOf(run: string): string[] {
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2));
}

/** English words and figures; a plural is the same word. */
export function wordsOf(plain: string): string[] {
  return (plain.match(WORD) ?? []).filter((word) => word.length <= MAX_WORD).map(singular);
}

function singular(word: string): string {
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function above(code: string, joint: string): string[] {
  const pieces = code.split(joint);
  return pieces.map((_, at) => pieces.slice(0, at + 1).join(joint));
}

/** A tsvector's text form. Lexemes hold neither quotes nor backslashes. */
export function vectorOf(tokens: readonly string[]): string {
  return tokens.map((token) => `'${token.replace(/['\\]/g, '')}'`).join(' ');
}
