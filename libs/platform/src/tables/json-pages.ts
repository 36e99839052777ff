import { tableProblem } from './table';

/** A page without its records. */
type Page = Readonly<Record<string, unknown>> & { readonly count: number };

/** No record and no page without its records is longer. */
const MOST = 1_000_000;

/**
 * Cuts JSON pages `{…, data: [record, …]}`, one, several or an array of them, into records, with one record in memory at
 * a time; what stands around the records is given when all is read. Throws `table/broken-json`.
 */
export class JsonPages {
  /** Everything but the records: what is left to parse at the end of each outermost value. */
  private shell = '';
  private record = '';
  private depth = 0;
  /** Depth of the records; 0 outside `data`. */
  private records = 0;
  private inText = false;
  private escaped = false;
  private readonly counts: number[] = [];
  private readonly shells: unknown[] = [];

  /** The records that end in this piece of text. */
  push(piece: string): unknown[] {
    const found: unknown[] = [];
    for (const char of piece) {
      this.take(char);
      if (this.record !== '' && this.depth === this.records - 1) found.push(this.endOfRecord());
      if (this.shell.length > MOST || this.record.length > MOST) throw tableProblem['broken-json']();
    }
    return found;
  }

  /** The pages, in their order. */
  end(): Page[] {
    if (this.depth !== 0 || this.inText || this.shell.trim() !== '') throw tableProblem['broken-json']();
    const pages = this.shells.flat() as Record<string, unknown>[];
    if (pages.length !== this.counts.length) throw tableProblem['broken-json']();
    return pages.map((page, at) => ({ ...page, count: this.counts[at]! }));
  }

  private take(char: string): void {
    const inRecord = this.records > 0 && (this.record !== '' || char === '{');
    if (this.inText) this.textGoesOn(char);
    else if (char === '"') this.inText = true;
    else if (char === '{' || char === '[') this.open(char);
    else if (char === '}' || char === ']') this.depth -= 1;
    if (inRecord) this.record += char;
    else this.around(char);
  }

  private textGoesOn(char: string): void {
    if (this.escaped) this.escaped = false;
    else if (char === '\\') this.escaped = true;
    else if (char === '"') this.inText = false;
  }

  private open(char: string): void {
    this.depth += 1;
    if (char !== '[' || this.records > 0 || !/"data"\s*:\s*$/.test(this.shell.slice(-20))) return;
    this.records = this.depth + 1;
    this.counts.push(0);
  }

  /** Between records only the end of the list matters. */
  private around(char: string): void {
    if (this.records === 0 || this.depth < this.records - 1) {
      this.records = 0;
      this.shell += char;
      if (this.depth === 0 && /[}\]]/.test(char)) this.endOfShell();
    } else if (char === '[') this.shell += char;
    else if (!/[\s,]/.test(char)) throw tableProblem['broken-json']();
  }

  private endOfRecord(): unknown {
    this.counts[this.counts.length - 1]! += 1;
    const text = this.record;
    this.record = '';
    return parse(text);
  }

  private endOfShell(): void {
    this.shells.push(parse(this.shell));
    this.shell = '';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw tableProblem['broken-json']();
  }
}

/**
 * Throws when pages are missing, or when they are of another certificate (`regNo`): who takes a part for the whole takes
 * every line that it lacks for gone.
 */
export function assertWhole(pages: readonly Page[], certNo: string): void {
  const found = pages.map(({ regNo }) => textOf(regNo)).find((number) => number !== '');
  if (found && plain(found) !== plain(certNo)) throw tableProblem['other-certificate']({ found, certNo });
  const byStart = new Map(pages.map(({ startIndex, count }, at) => [textOf(startIndex) || `page ${at}`, count]));
  const read = [...byStart.values()].reduce((sum, count) => sum + count, 0);
  const total = Math.max(0, ...pages.map(({ totalSize }) => Number(totalSize ?? 0) || 0));
  if (read < total) throw tableProblem['pages-missing']({ total, read });
}

function plain(certNo: string): string {
  return certNo.toUpperCase().replace(/^CNAS|[^A-Z0-9]/g, '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
