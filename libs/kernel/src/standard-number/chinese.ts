import { isProvince } from '../area-code';
import { CHINESE, CHINESE_YEAR, grammar } from './head';
import type { Grammar, Head, StandardSystem } from './head';

/** Number with part: `14747`, `6675.2`, `150.1A`. */
const NUMBER = '(?<number>\\d+)(?<part>(?:\\.\\d+)*[A-Z]?(?![A-Z]))';
const END = `${CHINESE_YEAR}(?<rest>.*)$`;

/**
 * Codes of national and industry standards that are used without a year, too. An unknown code is only believed when /T,
 * /Z or a year stands beside it: `NO 12` is not a standard.
 */
const INDUSTRIES =
  'AQ BB CB CH CJ CY DA DB(?=/) DL DY DZ EJ FZ GA GC GD GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA LB LD LS LY MH MR MT ' +
  'MZ NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YS YY YZ ZY';
const NATIONAL: ReadonlySet<string> = new Set(['GB', 'GBJ', 'GBZ', 'GJB', 'GSB']);

/** `GB/T`, `GBT`, `GB T`: the T was typed, so it is kept. `GB` alone stays GB, and GBZ is not GB/Z. */
const national = grammar(
  new RegExp(`^(?<code>GBZ|GB|${INDUSTRIES.replaceAll(' ', '|')})(?<kind>[/ _-]?T|/Z)? ?${NUMBER}${END}`),
  ({ code = '', kind = '', number = '', part = '' }) => coded(code, kind, number, part),
);

/** Codes whose numbers may begin with a letter, so that a loose T is part of the number: TSG T7001, JTG D60. */
const lettered = grammar(
  new RegExp(
    `^(?<code>GBJ|GJB|GSB|TSG|JTG|JTJ|CJJ|JGJ|CECS|SLJ)(?<kind>/[TZ])?(?: ?| (?<letter>[A-Z]))${NUMBER}${END}`,
  ),
  ({ code = '', kind = '', letter = '', number = '', part = '' }) => coded(code, kind, letter + number, part),
);

const otherIndustry = grammar(
  new RegExp(
    `^(?!DB)(?<code>[A-Z]{2})(?:(?<kind>/[TZ]) ?${NUMBER}| ?(?<n>\\d+)(?<p>(?:\\.\\d+)*)(?=-(?:19|20)\\d\\d))${END}`,
  ),
  ({ code = '', kind = '', number, part = '', n = '', p = '' }) => coded(code, kind, number ?? n, part + p),
);

/** `DB33/T 2428`, `DB3304/T 12`, mandatory `DB31 199` (also typed `DB31/ 199`), food safety `DBS33/ 3005`. */
const local = grammar(
  new RegExp(`^DB(?<field>[SJ]?) ?(?<area>\\d{2}(?:\\d\\d){0,2})(?:(?<kind>[/ _-]?T) ?|[/ ])${NUMBER}${END}`),
  ({ field = '', area = '', kind, number = '', part = '' }) => ({
    prefix: `DB${field}${area}${kind ? '/T' : ''}`,
    ...numbered('local', number, part),
  }),
);

const group = grammar(
  new RegExp(`^T/(?<code>[A-Z\\d]*[A-Z])[ -]?${NUMBER}${END}`),
  ({ code = '', number = '', part = '' }) => ({ prefix: `T/${code}`, ...numbered('group', number, part) }),
);

/** Firms choose their codes freely; the number is what stands last, and may begin with letters only behind a blank. */
const enterprise = grammar(
  new RegExp(
    '^Q/(?:(?<glued>[A-Z\\d]*[A-Z])(?<n1>\\d+)(?=$|[-.:(/])|(?<apart>(?:\\d+ )?\\d*[A-Z][A-Z\\d]*(?: [A-Z\\d]+)*?)[ -](?<n2>[A-Z]{0,2}\\d+))' +
      `(?<part>(?:\\.\\d+)*)${END}`,
  ),
  ({ glued, apart = '', n1, n2 = '', part = '' }) => ({
    prefix: `Q/${glued ?? apart}`,
    ...numbered('enterprise', n1 ?? n2, part),
  }),
);

/** Verification regulations and calibration specifications; a province or trade in brackets: `JJG(浙) 12`, `JJF(纺织) 5`. */
const metrology = grammar(
  new RegExp(`^JJ(?<kind>[GF])(?<scope>\\(\\p{Script=Han}{1,4}\\))? ?${NUMBER}${END}`, 'u'),
  ({ kind = '', scope = '', number = '', part = '' }) => ({
    prefix: `JJ${kind}${scope}`,
    ...numbered('metrology', number, part),
  }),
);

/** Documents of the accreditation and certification administrations: `CNAS-CL01-A001:2018`, `CNCA-C22-03:2014`. */
const accreditation = grammar(
  new RegExp(
    '^(?<prefix>CNAS|CNCA|CNAL)-(?<number>[A-Z]{1,3}\\d+)(?<part>(?:-[A-Z]?\\d{1,3})*)' +
      '(?:[-:](?<year>\\d{4}))?(?<rest>(?!-).*)$',
  ),
  ({ prefix = '', number = '', part = '' }) => ({
    prefix,
    system: 'accreditation',
    style: { lead: '-', part: '-', year: ':' },
    number,
    part: part.slice(1) || undefined,
  }),
);

const GRAMMARS: readonly Grammar[] = [metrology, group, enterprise, accreditation, local, national, lettered];

export const readChinese: Grammar = (text) => {
  for (const read of GRAMMARS) {
    const head = read(text);
    if (head)
      return head.system === 'local' && !isProvince(head.prefix.replace(/\D/g, '').slice(0, 2)) ? undefined : head;
  }
  return otherIndustry(text);
};

function coded(code: string, kind: string, number: string, part: string): Omit<Head, 'rest' | 'year'> {
  const slash = kind === '' ? '' : `/${kind.slice(-1)}`;
  return { prefix: code + slash, ...numbered(NATIONAL.has(code) ? 'national' : 'industry', number, part) };
}

/** A letter directly behind the main number belongs to it: `GJB 150A` has no part. */
function numbered(system: StandardSystem, number: string, part: string): Omit<Head, 'rest' | 'year' | 'prefix'> {
  const dotted = part.startsWith('.');
  return { system, style: CHINESE, number: dotted ? number : number + part, part: dotted ? part.slice(1) : undefined };
}
