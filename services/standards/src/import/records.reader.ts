import { csvRows, linesOf, workbookRows, type TableRow } from '@qi/platform';
import { importProblem } from './import-problem';
import { isoRecord } from './iso-record';
import type { FileRecord } from './record';
import { columnsOf, sheetRecord, type Columns, type Mapping } from './sheet-record';

export const importFormats = ['iso-jsonl', 'csv', 'xlsx'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** By the file's name. Throws `import/format`. */
export function formatOf(name: string): ImportFormat {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const formats: Readonly<Record<string, ImportFormat>> = { jsonl: 'iso-jsonl', csv: 'csv', xlsx: 'xlsx' };
  if (!Object.hasOwn(formats, ending)) throw importProblem.format({ name });
  return formats[ending]!;
}

/** Everything a file states, in its order, with little of it in memory at any time. */
export function recordsOf(file: string, format: ImportFormat, mapping: Mapping): AsyncIterable<FileRecord> {
  if (format === 'iso-jsonl') return isoRecords(file);
  return sheetRecords(format === 'csv' ? csvRows(file) : workbookRows(file), mapping);
}

async function* isoRecords(file: string): AsyncIterable<FileRecord> {
  for await (const { line, text } of linesOf(file)) yield { line, read: isoRecord(text) };
}

/** Titles may stand above the header: it is the first row with a column for the number. */
const HEADER_WITHIN = 20;

async function* sheetRecords(rows: AsyncIterable<TableRow>, mapping: Mapping): AsyncIterable<FileRecord> {
  let columns: Columns | undefined;
  let above = 0;
  for await (const { line, cells } of rows) {
    if (columns) {
      const read = sheetRecord(columns, cells);
      if (read) yield { line, read };
      continue;
    }
    const header = columnsOf(cells, mapping);
    if (!('field' in header)) columns = header;
    else if ((above += 1) >= HEADER_WITHIN) break;
  }
  if (!columns) throw importProblem.header();
}
