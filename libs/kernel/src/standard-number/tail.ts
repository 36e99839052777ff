import { readClauses } from './clauses';
import { editionYear } from './normalise';

/** What may follow number and year. */
export interface Tail {
  /** `e1`, `(2018年版)`. */
  readonly edition: string;
  /** With their joiners: `+A1:2021`, `/Amd 1:1998/Cor 1:1999`, `/XG1-2018`. */
  readonly amendments: string;
  readonly reaffirmed?: number;
  readonly clauses?: readonly string[];
  readonly adopts?: string;
}

type ReadOther = (text: string) => string | undefined;
type Found = Partial<Tail> | undefined;

const LANGUAGE = /^\((?:E|F|R|D|C|EN|FR|ZH|CN|DE|E[/,]F)\)/;
const REVISED_EDITION = /^\(\d{4}年版\)/;
const REAFFIRMED = /^\(R?(\d{4})\)/;
const EPSILON = /^E\d(?!\d)/;
const CORRECTION_SHEET = /^[/+ ]XG(\d+)(?:[-:](\d{4}))?(?![\d.])/;
const CORRECTION_IN_WORDS = /^[( ]?含?第?(\d+)号修改单\)?/;
const EUROPEAN_AMENDMENT = /^([/+ ])A(C?)(\d*)(?::(\d{4}))?(?![\d.A-Z])/;
const SUPPLEMENT =
  /^([/+ ,])((?:CD|AWI|WD|NP|PRF|D|FD) ?)?(AMENDMENT|AMD|AM|ADD|CORRIGENDUM|CORR|COR|EXT|SUPPL)[. ]?(\d+(?:\.\d(?!\d))?)?(?:[:-](\d{4}))?(?![\d.])/;
const ADOPTED =
  /^(?:[/(]| ?(?=IDT|MOD|EQV|NEQ))(?:(?:IDT|MOD|EQV|NEQ) ?)?((?:ISO|IEC|EN|CISPR|OIML|ASTM|BS|DIN|IEEE)[ /\d][^()]*?)(?:,? ?(?:IDT|MOD|NEQ|EQV))?\)?$/;

const STEPS: readonly (readonly [RegExp, (match: RegExpExecArray, readOther: ReadOther, so: Tail) => Found])[] = [
  [LANGUAGE, () => ({})],
  [REVISED_EDITION, ([edition], _, so) => ({ edition: so.edition + edition })],
  [REAFFIRMED, ([, figures], _, so) => (so.reaffirmed ? undefined : keep('reaffirmed', editionYear(figures)))],
  [EPSILON, ([epsilon], _, so) => (so.amendments ? undefined : { edition: so.edition + epsilon.toLowerCase() })],
  [CORRECTION_SHEET, ([, no, year], _, so) => amended(so, `/XG${Number(no)}${year ? `-${year}` : ''}`)],
  [CORRECTION_IN_WORDS, ([, no], _, so) => amended(so, `/XG${Number(no)}`)],
  [EUROPEAN_AMENDMENT, (match, _, so) => european(match, so)],
  [SUPPLEMENT, (match, _, so) => ((match[4] ?? match[5]) ? amended(so, supplement(match)) : undefined)],
  [ADOPTED, ([, other = ''], readOther) => keep('adopts', readOther(other))],
];

/** Reads amendments, confirmations, an adopted standard and clauses; undefined when anything else is left over. */
export function readTail(text: string, readOther: ReadOther): Tail | undefined {
  let tail: Tail = { edition: '', amendments: '' };
  let rest = text;
  while (rest !== '') {
    const step = nextStep(rest, readOther, tail);
    if (!step) return withClauses(rest, tail);
    tail = { ...tail, ...step.found };
    rest = rest.slice(step.length);
  }
  return tail;
}

function nextStep(rest: string, readOther: ReadOther, so: Tail): { found: Partial<Tail>; length: number } | undefined {
  for (const [form, read] of STEPS) {
    const match = form.exec(rest);
    const found = match && read(match, readOther, so);
    if (found) return { found, length: match[0].length };
  }
  return undefined;
}

/** Clauses stand last. */
function withClauses(rest: string, tail: Tail): Tail | undefined {
  const clauses = readClauses(rest);
  return clauses && { ...tail, clauses };
}

function keep<K extends 'reaffirmed' | 'adopts'>(name: K, value: Tail[K] | undefined): Found {
  return value === undefined ? undefined : { [name]: value };
}

function amended(so: Tail, amendment: string): Found {
  return { amendments: so.amendments + amendment };
}

/** `+A1:2021`, `/A1`, `+AC:2019`. A bare `A` is nothing. */
function european([, , corrigendum = '', no = '', year]: RegExpExecArray, so: Tail): Found {
  if (corrigendum === '' && no === '') return undefined;
  return amended(so, `+A${corrigendum}${no}${year ? `:${year}` : ''}`);
}

/** `/Amd 1:1998`; `+Amd 1:2013` when consolidated; drafts keep their stage: `/DAM 1`, `/CD Amd 1.2`. */
function supplement([, joiner, stage = '', name = '', no, year]: RegExpExecArray): string {
  const kind = SUPPLEMENT_NAMES.find((known) => name.startsWith(known.toUpperCase())) ?? 'Amd';
  const letters = stage.trim();
  const early = letters === 'D' || letters === 'FD';
  const named = early ? `${letters}${kind === 'Amd' ? 'AM' : kind.toUpperCase()}` : `${letters} ${kind}`.trim();
  return `${joiner === '+' ? '+' : '/'}${named}${no ? ` ${no.replace(/^0+(?=\d)/, '')}` : ''}${year ? `:${year}` : ''}`;
}

const SUPPLEMENT_NAMES = ['Add', 'Cor', 'Ext', 'Suppl'];
