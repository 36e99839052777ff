export interface TextColumn<T> {
  readonly title: string;
  readonly text: (row: T) => string;
}

/** Spreadsheets run a cell that starts like this as a formula; a leading apostrophe makes it text again. */
const formula = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread Chinese. */
export function toCsv<T>(columns: readonly TextColumn<T>[], rows: readonly T[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
