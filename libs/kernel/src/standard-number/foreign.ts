import { editionYear } from './normalise';
import { AMERICAN, grammar, HYPHEN_YEAR, splitParts } from './head';
import type { Grammar } from './head';

const REST = '(?<rest>.*)$';

/** `ASTM F963-17`, `ASTM D 2061-2007(2013)`, `ASTM A36/A36M-19`, `ASTM D1003-13e1`: two-figure years are the society's own form. */
const astm = grammar(
  new RegExp(`^ASTM[ -]?(?<letter>[A-G])[ -]?(?<number>\\d+M?(?:/[A-G]?\\d+M)?)${HYPHEN_YEAR}${REST}`),
  ({ letter = '', number = '', edition }) => ({
    prefix: 'ASTM',
    system: 'foreign',
    style: { ...AMERICAN, shortYear: true },
    number: letter + number,
    edition: edition?.toLowerCase(),
  }),
);

/** Test methods of the US Consumer Product Safety Commission, revision behind the year: `CPSC-CH-E1001-08.1`. */
const cpsc = grammar(
  new RegExp(`^CPSC-CH-(?<number>[A-Z]\\d+)(?:-(?<year>\\d{4}|\\d{2})(?<edition>\\.\\d+|[A-Z])?)?(?!\\d)${REST}`),
  ({ number = '' }) => ({
    prefix: 'CPSC-CH',
    system: 'foreign',
    style: { lead: '-', part: '-', year: '-', shortYear: true },
    number,
  }),
);

const epa = grammar(
  new RegExp(`^(?:US )?EPA (?:METHOD )?(?<number>\\d+(?:\\.\\d+)*[A-Z]?)${HYPHEN_YEAR}${REST}`),
  ({ number = '' }) => ({ prefix: 'US EPA', system: 'foreign', style: AMERICAN, number }),
);

/** Federal regulations of the United States: `16 CFR 1303`, `16 CFR Part 1501.4`. */
const cfr = grammar(
  new RegExp(`^(?<title>\\d{1,2}) ?CFR (?:PART )?(?<number>\\d+(?:\\.\\d+)?)${REST}`),
  ({ title = '', number = '' }) => ({ prefix: `${title} CFR`, system: 'foreign', style: AMERICAN, number }),
);

const AMERICAN_BODY = 'AATCC(?: TM)?|ANSI|IEEE(?: STD)?|SAE|AOAC|NIOSH|MIL-STD|FMVSS';
const american: RegExp = new RegExp(
  `^(?<prefix>${AMERICAN_BODY}) ?(?<number>[A-Z]?\\d+(?:\\.\\d+)*[A-Z]?)(?<parts>(?:-\\d+)*)(?::(?<year>\\d{4}))?${REST}`,
);

/** `IEEE 802.3-2018`, `AATCC TM8-2016`: a last part that can be a year is one. */
const readAmerican: Grammar = (text) => {
  const groups = american.exec(text)?.groups;
  if (!groups) return undefined;
  const { prefix = '', number = '', parts, year: typed, rest = '' } = groups;
  const { part, year: hyphened } = splitParts(parts, typed !== undefined);
  const year = editionYear(typed ?? hyphened);
  if (typed !== undefined && year === undefined) return undefined;
  return { prefix: prefix.replace(/ (TM|STD)$/, ''), system: 'foreign', style: AMERICAN, number, part, year, rest };
};

const GRAMMARS: readonly Grammar[] = [astm, cpsc, epa, cfr, readAmerican];

/** Standards of foreign bodies that do not number as ISO does. */
export const readForeign: Grammar = (text) => {
  for (const read of GRAMMARS) {
    const head = read(text);
    if (head) return head;
  }
  return undefined;
};
