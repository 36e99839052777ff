import { toBusinessDate } from '@qi/kernel';
import type { stream } from 'exceljs';
import { mergesIn, type Merges } from './merges';
import { tableProblem, type TableRow } from './table';

/**
 * Rows of the first sheet, one at a time. A cell that is merged into another shows what that one says, in every row and
 * column that it spans. Throws `table/broken-workbook`.
 */
export async function* workbookRows(file: string): AsyncIterable<TableRow> {
  try {
    const merges = await mergesOf(file);
    for await (const sheet of sheetsOf(file)) {
      for await (const row of sheet) {
        const values = (Array.isArray(row.values) ? row.values : []) as unknown[];
        const cells = Array.from(values.slice(1), textOf);
        yield { line: row.number, cells: merges.fill(row.number, cells) };
      }
      return;
    }
  } catch {
    throw tableProblem['broken-workbook']();
  }
}

/** Merged ranges stand behind the rows in the file, so they are gathered first; the rows are not kept. */
async function mergesOf(file: string): Promise<Merges> {
  for await (const sheet of sheetsOf(file)) {
    // The reader gives the sheet's XML to whoever does not ask it for rows; it skips the merged ranges itself.
    return mergesIn((sheet as unknown as { iterator: AsyncIterable<Buffer> }).iterator);
  }
  throw tableProblem['broken-workbook']();
}

/** The library is loaded by those who read workbooks, not by every service. */
async function* sheetsOf(file: string): AsyncIterable<stream.xlsx.WorksheetReader> {
  const { stream } = await import('exceljs');
  yield* new stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
}

/** What a cell shows. Of a formula the result that was stored with it; an error shows nothing. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return toBusinessDate(value);
  if (typeof value !== 'object') return String(value as string | number | boolean);
  const { result, richText, text } = value as {
    result?: unknown;
    richText?: readonly { readonly text: string }[];
    text?: unknown;
  };
  if (richText) return richText.map((piece) => piece.text).join('');
  return textOf(result ?? text);
}
