import { problems } from '../problems';
import { readChinese } from './chinese';
import { readForeign } from './foreign';
import type { Head, StandardSystem } from './head';
import { readInternational } from './international';
import { normalise } from './normalise';
import { readTail } from './tail';
import type { Tail } from './tail';

/** A reference to a standard, read from text. Prefix and year are part of what it names: GB 14747 is not GB/T 14747. */
export interface StandardNumber {
  /** As typed. */
  readonly raw: string;
  /** One spelling for one document, without clauses: `GB/T 14747-2025`, `ISO 21920-2:2021`, `ASTM D2061-07(2013)`. */
  readonly canonical: string;
  /** The canonical form without year and amendments: `GB/T 14747`. A part is a family of its own: `GB 6675.2`. */
  readonly family: string;
  readonly prefix: string;
  readonly system: StandardSystem;
  /** Main number without part, leading zeros kept: `14747`, `001`, `6010B`, `F963`. */
  readonly number: string;
  /** `2` of GB 6675.2, `2-61` of ISO 80601-2-61. */
  readonly part?: string;
  /** Absent in an undated reference, which means whichever edition is in force. */
  readonly year?: number;
  /** What tells editions of one year apart: `A` of 2010A, `e1`, `(2018年版)`. */
  readonly edition?: string;
  /** Amendments and corrections, cited or consolidated: `A1:2021`, `Amd 1:1998/Cor 1:1999`, `XG1-2018`. */
  readonly amendment?: string;
  /** Confirmed unchanged in that year: `2013` of D2061-07(2013). */
  readonly reaffirmed?: number;
  /** Clauses or methods cited behind the number: `['5.8', '5.9']`, `['第一法']`. */
  readonly clauses?: readonly string[];
  /** The other half of a double number: `ISO 9001:2015` of GB/T 19001-2016/ISO 9001:2015. */
  readonly adopts?: string;
}

const standardProblem = problems('standard-number', {
  unparseable: { kind: 'invalid', zh: '无法识别的标准号：{raw}', en: 'not a standard number that can be read: {raw}' },
});

/** Nobody types more; it keeps pasted documents away from the readers. */
const MAX_LENGTH = 200;

/**
 * Reads a standard number as laboratories, catalogues and people write it: full-width or not, any dash, with or without
 * blanks, two-figure years, clause lists. Undefined for anything else, also when other words stand around the number;
 * a missing /T or year is never supplied.
 */
export function parseStandardNumber(raw: string): StandardNumber | undefined {
  return raw.length > MAX_LENGTH ? undefined : read(raw, normalise(raw));
}

/** As `parseStandardNumber`, but throws `standard-number/unparseable`. */
export function standardNumber(raw: string): StandardNumber {
  const parsed = parseStandardNumber(raw);
  if (!parsed) throw standardProblem.unparseable({ raw: raw.slice(0, MAX_LENGTH) });
  return parsed;
}

function read(raw: string, text: string): StandardNumber | undefined {
  const head = readForeign(text) ?? readInternational(text) ?? readChinese(text);
  const tail = head && readTail(head.rest, (other) => read(other, other)?.canonical);
  // `e1` is an edition of a year: without one it is something else that was not understood.
  if (!tail || (head.year === undefined && /e\d/.test(tail.edition))) return undefined;
  return assemble(raw, head, tail);
}

function assemble(raw: string, head: Head, tail: Tail): StandardNumber {
  const { prefix, system, number, part, year, style } = head;
  const family = `${prefix}${style.lead}${number}${part === undefined ? '' : style.part + part}`;
  const edition = (head.edition ?? '') + tail.edition;
  return {
    raw,
    canonical: family + yearText(head) + suffix(tail),
    family,
    prefix,
    system,
    number,
    ...(part === undefined ? {} : { part }),
    ...(year === undefined ? {} : { year }),
    ...(edition === '' ? {} : { edition }),
    ...(tail.amendments === '' ? {} : { amendment: tail.amendments.slice(1) }),
    ...(tail.reaffirmed === undefined ? {} : { reaffirmed: tail.reaffirmed }),
    ...(tail.clauses === undefined ? {} : { clauses: tail.clauses }),
    ...(tail.adopts === undefined ? {} : { adopts: tail.adopts }),
  };
}

function yearText({ year, edition = '', style }: Head): string {
  if (year === undefined) return '';
  const short = style.shortYear && year >= 1950 && year < 2050;
  return `${style.year}${short ? String(year).slice(2) : year}${edition}`;
}

function suffix({ edition, reaffirmed, amendments }: Tail): string {
  return `${reaffirmed === undefined ? '' : `(${reaffirmed})`}${edition}${amendments}`;
}
