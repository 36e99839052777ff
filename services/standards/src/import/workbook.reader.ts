import { stream } from 'exceljs';
import { toBusinessDate } from '@qi/kernel';
import { importProblem } from './text.reader';

/** Rows of the first sheet, one at a time. Throws `import/broken-workbook`. */
export async function* workbookRows(file: string): AsyncIterable<{ line: number; cells: string[] }> {
  try {
    const reader = new stream.xlsx.WorkbookReader(file, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = (Array.isArray(row.values) ? row.values : []) as unknown[];
        yield { line: row.number, cells: Array.from(values.slice(1), textOf) };
      }
      return;
    }
  } catch {
    throw importProblem['broken-workbook']();
  }
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
