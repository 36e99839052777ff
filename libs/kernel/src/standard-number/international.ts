import { editionYear } from './normalise';
import { INTERNATIONAL, splitParts } from './head';
import type { Grammar, Head, Named, StandardSystem } from './head';

const ISO = '(?:ISO|IEC|IWA|CISPR)(?:/(?:ISO|IEC|IEEE|ASTM|ASME|OECD|CIE|SAE|HL7|IDF|IULTCS|OIML|UNDP|CISPR|PAS))*';
const TYPES = '(?:GUIDE|DGUIDE|FDIS|DIS|DTS|DTR|DPAS|PAS|PRF|AWI|PWI|ISP|TTA|DATA|NP|CD|WD|TS|TR|R)';
const EUROPEAN = '(?:(?:BS|DIN|NF|UNE|UNI|NEN|SN|SS|DS)[ -])?(?:PR|FPR)?EN(?:[ -](?:ISO/IEC|ISO|IEC))?|CEN|CLC|ETSI EN';
const NATIONAL = 'AS/NZS|BS|DIN|JIS|KS|UL|CSA|GOST R|GOST|NF|AS|NZS|CNS|SASO|OIML [RDBG]';

const NUMBER = '(?:(?<letter>[A-Z]{1,2}) ?)?(?<number>\\d+(?:\\.\\d+)*[A-Z]{0,2})';
const END = '(?<parts>(?:-(?:[A-Z]{0,3}\\d+[A-Z]{0,3}|[A-Z]{1,2}))*(?:\\.\\d+)?)(?::(?<year>\\d{4}))?(?<rest>.*)$';

const FORMS: readonly (readonly [StandardSystem, RegExp])[] = [
  [
    'international',
    new RegExp(`^(?<early>(?:CD|DIS|AWI) )?(?<org>${ISO})(?<types>(?:[ /]${TYPES}\\b)*)(?![A-Z]) ?${NUMBER}${END}`),
  ],
  ['regional', new RegExp(`^(?<org>${EUROPEAN})(?<types>(?:[ /](?:TS|TR|GUIDE)\\b)?)(?![A-Z])[ -]?${NUMBER}${END}`)],
  ['foreign', new RegExp(`^(?<org>${NATIONAL})(?![A-Z]) ?${NUMBER}${END}`)],
];

/** ISO, IEC and joint documents, European ones with their national adoptions, and national bodies that number likewise. */
export const readInternational: Grammar = (text) => {
  for (const [system, form] of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups) return headOf(system, groups);
  }
  return undefined;
};

function headOf(system: StandardSystem, groups: Named): Head | undefined {
  const get = (name: string): string => groups[name] ?? '';
  const { part, year: hyphened } = splitParts(get('parts'), groups['year'] !== undefined);
  const year = editionYear(groups['year'] ?? hyphened);
  if (groups['year'] !== undefined && year === undefined) return undefined;
  const letter = system === 'foreign' ? `${get('letter')} `.trimStart() : get('letter');
  const prefix = get('early') + prefixOf(get('org'), get('types'));
  return { prefix, system, style: INTERNATIONAL, number: letter + get('number'), part, year, rest: get('rest') };
}

/** One organisation joins the type with a slash (ISO/TS), joint documents with a blank (ISO/IEC TS); guides always so. */
function prefixOf(org: string, types: string): string {
  const body = org
    .replace(/^(BS|DIN|NF|UNE|UNI|NEN|SN|SS|DS)-/, '$1 ')
    .replace(/EN-/, 'EN ')
    .replace(/^PR/, 'pr');
  const kind = types.slice(1).replaceAll('/', ' ').replace('GUIDE', 'Guide');
  if (kind === '') return body;
  return body.includes('/') || kind === 'Guide' ? `${body} ${kind}` : `${body}/${kind}`;
}
