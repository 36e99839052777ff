import type { Words } from '@qi/kernel';
import { csvRows, jsonRecords, workbookRows, type TableRow } from '@qi/platform';
import type { Annex } from './annex';

/** What is wrong with one field of a row, and what it said. */
export interface FieldFault {
  readonly field: string;
  readonly value: string;
  readonly words: Words;
}

export function faultOf(field: string, value: string, said: Words): FieldFault {
  return { field, value: value.slice(0, 200), words: said };
}

/** What a row says: lines `L` as the register would hold them, and what of it cannot be read. */
export interface RowReading<L> {
  readonly lines: readonly L[];
  readonly faults: readonly FieldFault[];
}

/** A row of a file that was read; `line` counts from 1. */
export interface ReadRow<L> extends RowReading<L> {
  readonly line: number;
}

/** How files of a service are laid out; `R` is a row in the words of the file, or why it is none. */
export interface AnnexLayout<R> {
  /** Reads the rows below a header, undefined for one that says nothing; undefined when the row is no header. */
  table(header: readonly string[]): ((row: TableRow) => R | undefined) | undefined;
  record(record: unknown): R;
  /** A table without a header fails with it. */
  noHeader(): Error;
}

/** Titles may stand above the header. */
const HEADER_WITHIN = 30;

type AnnexFile = Pick<Annex, 'format' | 'filePath' | 'certNo' | 'line'>;

/**
 * The rows behind the line that reading had reached, in the order of the file, with little of it in memory at any time.
 */
export async function* annexRows<R extends object, L>(
  file: AnnexFile,
  layout: AnnexLayout<R | FieldFault>,
  read: (row: R) => RowReading<L>,
): AsyncIterable<ReadRow<L>> {
  for await (const { line, row } of file.format === 'json' ? records(file, layout) : tableRows(file, layout)) {
    if (line > file.line) yield { line, ...(isFault(row) ? { lines: [], faults: [row] } : read(row)) };
  }
}

async function* records<R>({ filePath, certNo }: AnnexFile, layout: AnnexLayout<R>) {
  for await (const { line, record } of jsonRecords(filePath, certNo)) yield { line, row: layout.record(record) };
}

async function* tableRows<R>({ filePath, format }: AnnexFile, layout: AnnexLayout<R>) {
  let reader: ReturnType<AnnexLayout<R>['table']>;
  let above = 0;
  for await (const cells of format === 'csv' ? csvRows(filePath) : workbookRows(filePath)) {
    const row = reader?.(cells);
    if (row) yield { line: cells.line, row };
    if (reader) continue;
    reader = layout.table(cells.cells);
    if (!reader && (above += 1) >= HEADER_WITHIN) break;
  }
  if (!reader) throw layout.noHeader();
}

function isFault(row: object): row is FieldFault {
  return 'field' in row && 'words' in row;
}
