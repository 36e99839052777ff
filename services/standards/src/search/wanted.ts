import { parseStandardNumber } from '@qi/kernel';
import { ccsToken, icsToken, numberKey, pairsOf, textTokens, wordsOf } from './tokens';

/** What a search box and its filters ask for. */
export interface Wanted {
  /** Lexemes that all have to be there. */
  readonly tokens: readonly string[];
  /** Beginnings of lexemes, likewise: a single Chinese character, or the word that is still being typed. */
  readonly beginnings: readonly string[];
  /** Key of the number when the whole text is one, or the beginning of one. */
  readonly key?: string;
}

/** Cuts a Chinese run into words. */
export type Cut = (text: string) => readonly string[];

const CJK = /\p{Script=Han}+/gu;
/** Beginnings of numbers that are too short to be read as one: `GB`, `GB/T`, `DB33/T`, `JJF 1`. */
const BEGINNING = /^[a-z]{1,6}\d{0,4}(\/[a-z]{1,5})?\s*[\d.-]*$/;
/** Numbers in running text, before anything else is read. */
const NUMBERS = /(?:gb|jj[gf]|iso|iec|en|astm|db\d{2,4}|[a-z]{2})(?:\/[a-z]{1,4})*\s*\d+(?:[.-]\d+)*(?:[-:]\d{2,4})?/g;

/** What the text and the classes ask for; `cut` is asked for Chinese runs only. */
export function wantedOf(text: string, classes: { ics?: string; ccs?: string }, cut: Cut): Wanted {
  const plain = tidy(text);
  const filters = [...(classes.ics ? [icsToken(classes.ics)] : []), ...(classes.ccs ? [ccsToken(classes.ccs)] : [])];
  const number = parseStandardNumber(plain);
  if (number) return { tokens: filters, beginnings: [], key: numberKey(number.canonical) };
  if (BEGINNING.test(plain) && /[/\d]/.test(plain)) return { tokens: filters, beginnings: [], key: numberKey(plain) };
  const { numbers, rest } = apart(plain);
  const chinese = (rest.match(CJK) ?? []).flatMap((run) => cut(run));
  const long = chinese.filter((word) => word.length > 1);
  const tokens = [...filters, ...numbers, ...long.flatMap(pairsOf), ...wordsOf(rest.replace(CJK, ' '))];
  return {
    tokens: [...new Set(tokens)],
    // A lone character beside words says little and costs much.
    beginnings: long.length > 0 ? [] : [...new Set(chinese)],
  };
}

function apart(plain: string): { numbers: string[]; rest: string } {
  const numbers: string[] = [];
  const rest = plain.replace(NUMBERS, (found) => {
    const read = parseStandardNumber(found);
    if (!read) return found;
    const main = read.part === undefined ? read.number : `${read.number}.${read.part}`;
    numbers.push((read.year === undefined ? main : `${main}-${read.year}`).toLowerCase());
    return ' ';
  });
  return { numbers, rest };
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replaceAll('∕', '/')
    .trim();
}

/** The condition as `to_tsquery` text; empty when nothing is asked of the words. */
export function conditionOf({ tokens, beginnings }: Pick<Wanted, 'tokens' | 'beginnings'>): string {
  const quoted = (word: string) => `'${word.replace(/['\\]/g, '')}'`;
  return [...tokens.map(quoted), ...beginnings.map((word) => `${quoted(word)}:*`)].join(' & ');
}

/** The figures of a number whose prefix may be wrong: `GB14747` is asked again as `14747`. */
export function figuresOf(key: string): string[] {
  return textTokens(key.replace(/^[^\d]*(\d{2,4}\/[a-z]+)?/, '').replaceAll('-', ' ')).slice(0, 1);
}
