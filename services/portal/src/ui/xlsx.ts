import writeXlsxFile from 'write-excel-file/browser';
import type { TextColumn } from './csv';

/** Characters that XML 1.0 cannot carry, however they are written: the library would write a file that does not open. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Said of every cell, whatever stands in it: a spreadsheet shows it and never runs it as a formula. */
const cell = (text: string) => ({ type: String, value: text.replace(unwritable, '') });

/** Rows as a workbook of one sheet, its first row the titles. */
export function toXlsx<T>(columns: readonly TextColumn<T>[], rows: readonly T[]): Promise<Blob> {
  const titles = columns.map(({ title }) => cell(title));
  return writeXlsxFile([titles, ...rows.map((row) => columns.map(({ text }) => cell(text(row))))]).toBlob();
}
