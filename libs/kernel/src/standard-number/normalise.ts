/** Hyphens, dashes, minus, a drawn line, and the Chinese numeral one between figures: all typed for a hyphen. */
const DASHES = /[\u2010-\u2015\u2212\u2043\u2500\uFE58\uFE63]|(?<=\d)一(?=\d)/g;
const SLASHES = /[\u2044\u2215\u29F8]/g;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const AROUND = /^[《「“"'【[\s]+|[》」”"'】\]\s.,:。*]+$/g;

/**
 * Brings a number as typed to plain characters: half-width, upper case, one kind of hyphen and slash, single blanks and
 * none around separators. Nothing is added or guessed.
 */
export function normalise(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(SLASHES, '/')
    .replace(/[、;]/g, ',')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/ε/g, 'e')
    .toUpperCase()
    .replace(AROUND, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/:+,()]) ?/g, (_, mark: string) => mark);
}

/** The year meant by four or two figures; two figures below 50 are 20xx. Undefined when no standard bears it. */
export function editionYear(figures: string | undefined): number | undefined {
  if (figures === undefined) return undefined;
  if (figures.length === 2) return Number(figures) + (figures < '50' ? 2000 : 1900);
  const year = Number(figures);
  return figures.length === 4 && year >= 1900 && year < 2100 ? year : undefined;
}
