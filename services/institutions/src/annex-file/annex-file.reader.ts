import { csvRows, jsonRecords, workbookRows, type TableRow } from '@qi/platform';
import { cmaTable, type Mapping, type RowReader } from './cma-table';
import { cnasRecord } from './cnas-record';
import type { AnnexFormat } from './format';
import type { FieldFault } from './fault';
import type { PublishedRow } from './published-row';

/** One row of the file as published, or why it is none. `line` counts from 1. */
export interface FileRow {
  readonly line: number;
  readonly row: PublishedRow | FieldFault;
}

/** Titles may stand above the header: it is the first row with columns for the standard and the parameter. */
const HEADER_WITHIN = 30;

export interface AnnexFile {
  readonly format: AnnexFormat;
  readonly certNo: string;
  readonly mapping: Mapping;
}

/** Every row of an annex, in the order of the file, with little of it in memory at any time. Throws what `noHeader` makes. */
export function rowsOf(path: string, file: AnnexFile, noHeader: () => Error): AsyncIterable<FileRow> {
  return file.format === 'json' ? pageRows(path, file.certNo) : tableRows(path, file, noHeader);
}

async function* tableRows(path: string, { format, mapping }: AnnexFile, noHeader: () => Error): AsyncIterable<FileRow> {
  let reader: RowReader | undefined;
  let above = 0;
  for await (const row of tableOf(path, format)) {
    const read = reader?.(row);
    if (read) yield { line: row.line, row: read };
    if (reader) continue;
    reader = cmaTable(row.cells, mapping);
    if (!reader && (above += 1) >= HEADER_WITHIN) break;
  }
  if (!reader) throw noHeader();
}

function tableOf(path: string, format: AnnexFormat): AsyncIterable<TableRow> {
  return format === 'csv' ? csvRows(path) : workbookRows(path);
}

async function* pageRows(path: string, certNo: string): AsyncIterable<FileRow> {
  for await (const { line, record } of jsonRecords(path, certNo)) yield { line, row: cnasRecord(record) };
}
