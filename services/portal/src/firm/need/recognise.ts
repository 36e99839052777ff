import { parseStandardNumber } from '@qi/kernel';
import { instrumentsIn, type NamedInstrument } from './instruments';
import type { Words } from '../../i18n/use-words';

/** What the recogniser must know of a published item. */
export interface KnownItem {
  readonly code: string;
  readonly element: string;
  readonly name: Words;
  readonly description: Words;
}

/** An item that the need speaks of, and what in the need speaks for it. */
export interface Suggestion {
  readonly itemCode: string;
  /** The words, standard numbers and instruments of the need that lead to this item. */
  readonly found: readonly string[];
  /** What it is about: the product in the firm's words, or the instruments. */
  readonly object: string;
  readonly standards: readonly string[];
  readonly instruments: readonly NamedInstrument[];
  readonly score: number;
}

const numberLike = /(?:[A-Z]{1,4}\d{0,4}(?:\/[A-Z]{1,4})?)\s?\d[\d.]*(?:\s?[-—–:]\s?\d{2,4})?/giu;
/** Words that nearly every item has: they tell nothing apart. */
const common =
  /检测|检验|服务|企业|产品|标准|要求|质量|安全|现行|进行|办理|需要|我们|到期|出口|test(?:ing)?|service|quality|product/giu;

/** Standard numbers in a text, in canonical spelling. */
export function standardsIn(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(numberLike)].map(([raw]) => parseStandardNumber(raw)?.canonical);
  return [...new Set(found.filter((number) => number !== undefined))];
}

/**
 * Items of the catalogue that a need in the firm's own words speaks of, best first. Regulations of metrology (JJG, JJF) and
 * names of instruments lead to metrology, other standards to testing, shared words to the item that has them. Nothing is
 * decided here: the firm adds, changes and removes.
 */
export function recognise(need: string, items: readonly KnownItem[]): Suggestion[] {
  const text = need.normalize('NFKC').toLowerCase();
  const standards = standardsIn(need);
  const instruments = instrumentsIn(text);
  return items
    .map((item) => judge(item, text, { standards, instruments }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.itemCode.localeCompare(other.itemCode));
}

/** The best suggestion of each element: what is ticked before the firm has decided anything. */
export function likeliest(suggestions: readonly Suggestion[], items: readonly KnownItem[]): ReadonlySet<string> {
  const best = new Map<string, string>();
  for (const { itemCode } of suggestions) {
    const element = items.find(({ code }) => code === itemCode)?.element ?? '';
    if (!best.has(element)) best.set(element, itemCode);
  }
  return new Set(best.values());
}

interface Evidence {
  readonly standards: readonly string[];
  readonly instruments: readonly NamedInstrument[];
}

function judge(item: KnownItem, text: string, evidence: Evidence): Suggestion {
  const metrology = item.element === 'metrology';
  const standards = evidence.standards.filter(
    (number) => /^JJ[GF]/.test(number) === metrology && isJudged(item.element),
  );
  const instruments = metrology ? evidence.instruments : [];
  const shared = sharedWords(text, item);
  const found = [...shared, ...standards, ...instruments.map(({ name }) => name)];
  const score = shared.join('').length + 3 * standards.length + 4 * instruments.length;
  const object = instruments.length ? instruments.map(({ name }) => name).join('、') : (shared[0] ?? '');
  return { itemCode: item.code, found, object, standards, instruments, score };
}

/** Whether standards are what the work of this element is judged by. */
const isJudged = (element: string) => element === 'testing' || element === 'metrology' || element === 'certification';

/** Pieces of the text, longest first, that stand in the item's name or description too. */
function sharedWords(text: string, { name, description }: KnownItem): string[] {
  const known = `${name.zh} ${description.zh} ${name.en} ${description.en}`.normalize('NFKC').toLowerCase();
  const pieces = text.replace(common, ' ').match(/\p{Script=Han}+|[a-z]{4,}/gu) ?? [];
  const shared = pieces.flatMap((piece) => longestShared(piece, known));
  return [...new Set(shared)].sort((one, other) => other.length - one.length);
}

/** The longest part of a piece, two characters at least (a whole word in Latin letters), that `known` contains. */
function longestShared(piece: string, known: string): string[] {
  if (/^[a-z]/.test(piece)) return known.includes(piece) ? [piece] : [];
  for (let length = piece.length; length >= 2; length -= 1)
    for (let start = 0; start + length <= piece.length; start += 1) {
      const part = piece.slice(start, start + length);
      if (!known.includes(part)) continue;
      const rest = [piece.slice(0, start), piece.slice(start + length)].filter((each) => each.length >= 2);
      return [part, ...rest.flatMap((each) => longestShared(each, known))];
    }
  return [];
}
