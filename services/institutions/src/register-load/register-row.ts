import { schemes } from '@qi/contracts';
import { nameKey, tidyName } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { copyCell, isBusinessDate } from '@qi/platform';
import { faultOf } from '@qi/provider';
import type { FieldFault } from '@qi/provider';
import { readMethod } from '../scope-line/method';

/** Columns of a register file, in any order; the first eight and the days must be there. */
export const COLUMNS = [
  ...['institution', 'site', 'scheme', 'certNo', 'object', 'parameter', 'method', 'validFrom', 'validTo'],
  ...['category', 'limitNote'],
] as const;
export const REQUIRED = 9;

/** What `register-load` fills, in the order of `RowReader.read`. */
export const TARGET = `institution_id, site_id, scheme, cert_no, object, object_key, parameter, method, standard, family, year,
  clauses, valid_from, valid_to, status, category, limit_note`;

/** An institution that lines may be of: its id, and its sites by id and by name. */
export interface KnownInstitution {
  readonly id: string;
  readonly sites: ReadonlyMap<string, string>;
}

const words = {
  institution: { zh: '没有这家机构', en: 'there is no such institution' },
  site: { zh: '机构没有这个开放的场所', en: 'the institution has no such open site' },
  scheme: { zh: '须为 CMA、CNAS 等制度代号', en: 'is no known scheme' },
  missing: { zh: '没有填写', en: 'is empty' },
  method: { zh: '方法标准号无法识别', en: 'the method standard cannot be read' },
  day: { zh: '须为 YYYY-MM-DD 的日期', en: 'must be a date, YYYY-MM-DD' },
  order: { zh: '有效期止早于有效期起', en: 'the last day lies before the first' },
  again: { zh: '同一机构的同一能力已出现过', en: 'the institution has this line already' },
};

interface Piece {
  /** Cells in the text form of COPY, between tabs. */
  readonly text: string;
  /** What tells lines of one institution apart. */
  readonly key: string;
}

const MOST_REMEMBERED = 500_000;

/** Reads rows into the text form of COPY. What repeats from row to row is read once, or 5 million rows would take minutes. */
export class RowReader {
  private readonly pieces = new Map<string, Piece | FieldFault>();
  private institution = '';
  private known: KnownInstitution | undefined;
  private seen = new Set<string>();

  constructor(
    private readonly places: readonly number[],
    private readonly institutions: ReadonlyMap<string, KnownInstitution>,
    private readonly today: string,
  ) {}

  /** The line in the text form of COPY, or what is wrong with it. */
  read(cells: readonly string[]): string | FieldFault {
    const cell = (at: number) => cells[this.places[at] ?? -1] ?? '';
    this.enter(cell(0));
    if (!this.known) return faultOf('institution', this.institution, words.institution);
    const site = this.known.sites.get(cell(1));
    if (site === undefined) return faultOf('site', cell(1), words.site);
    let [text, key] = [`${this.known.id}\t${site}`, site];
    for (const piece of [
      this.piece('scheme', cell(2)),
      this.piece('certNo', cell(3)),
      this.piece('object', cell(4)),
      this.piece('parameter', cell(5)),
      this.piece('method', cell(6)),
      this.days(cell(7), cell(8)),
      this.piece('category', cell(9)),
      this.piece('limitNote', cell(10)),
    ]) {
      if ('field' in piece) return piece;
      text += `\t${piece.text}`;
      key += piece.key;
    }
    if (this.seen.has(key)) return faultOf('row', `${cell(4)} ${cell(5)} ${cell(6)}`, words.again);
    this.seen.add(key);
    return `${text}\n`;
  }

  private enter(institution: string): void {
    if (institution === this.institution) return;
    this.institution = institution;
    this.known = this.institutions.get(institution);
    this.seen = new Set();
  }

  private piece(field: Field, cell: string): Piece | FieldFault {
    return this.remember(`${field}\t${cell}`, () => READ[field](cell));
  }

  private days(from: string, to: string): Piece | FieldFault {
    return this.remember(`days\t${from}\t${to}`, () => {
      if (!isBusinessDate(from)) return faultOf('validFrom', from, words.day);
      if (!isBusinessDate(to)) return faultOf('validTo', to, words.day);
      if (to < from) return faultOf('validTo', to, words.order);
      return { text: `${from}\t${to}\t${to < this.today ? 'expired' : 'active'}`, key: '' };
    });
  }

  private remember(cell: string, read: () => Piece | FieldFault): Piece | FieldFault {
    const before = this.pieces.get(cell);
    if (before) return before;
    if (this.pieces.size > MOST_REMEMBERED) this.pieces.clear();
    const piece = read();
    this.pieces.set(cell, piece);
    return piece;
  }
}

type Field = keyof typeof READ;

const READ = {
  scheme: (cell: string) =>
    (schemes as readonly string[]).includes(cell)
      ? { text: cell, key: `\t${cell}` }
      : faultOf('scheme', cell, words.scheme),
  certNo: (cell: string) => filled('certNo', cell, (text) => ({ text: copyCell(text), key: '' })),
  object: (cell: string) =>
    filled('object', cell, (text) => ({
      text: `${copyCell(text)}\t${copyCell(nameKey(text))}`,
      key: `\t${nameKey(text)}`,
    })),
  parameter: (cell: string) => filled('parameter', cell, (text) => ({ text: copyCell(text), key: `\t${text}` })),
  method: (cell: string) => {
    const read = readMethod(cell);
    if (!read) return faultOf('method', cell, words.method);
    const { standard, family, year, clauses } = read;
    const text = [cell.trim(), standard, family, year, arrayOf(clauses)].map(copyCell).join('\t');
    return { text, key: `\t${standard}\t${clauses.join(',')}` };
  },
  category: (cell: string) => {
    const levels = cell.split('/').map(tidyName);
    return { text: copyCell(arrayOf(levels.filter((level) => level !== ''))), key: '' };
  },
  limitNote: (cell: string) => ({ text: copyCell(tidyName(cell) || null), key: '' }),
} satisfies Record<string, (cell: string) => Piece | FieldFault>;

function filled(field: string, cell: string, piece: (text: string) => Piece): Piece | FieldFault {
  const text = tidyName(cell);
  return text === '' ? faultOf(field, cell, words.missing satisfies Words) : piece(text);
}

/** An array in PostgreSQL's text form. */
function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
