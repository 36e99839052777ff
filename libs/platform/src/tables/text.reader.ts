import { createReadStream } from 'node:fs';
import { assertWhole, JsonPages } from './json-pages';
import { tableProblem, type TableRow } from './table';

/** No record is longer; it keeps a file without line ends out of the memory. */
const MAX_RECORD = 1_000_000;

/** UTF-8 when the whole file is, else GB18030 (which holds GBK and GB 2312). One pass, nothing kept. */
async function encodingOf(file: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (isInvalid(error)) return 'gb18030';
    throw error;
  }
}

function isInvalid(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

/** The file's text, piece by piece. Throws `table/encoding`. */
async function* textOf(file: string): AsyncIterable<string> {
  const decoder = new TextDecoder(await encodingOf(file), { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw isInvalid(error) ? tableProblem.encoding() : error;
  }
}

/** Lines with their numbers, from 1; empty ones are counted and left out. */
export async function* linesOf(file: string): AsyncIterable<{ line: number; text: string }> {
  let [line, rest] = [0, ''];
  for await (const text of textOf(file)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > MAX_RECORD) throw tableProblem['line-too-long']({ line: line + 1 });
    for (const piece of pieces) {
      line += 1;
      if (piece.trim() !== '') yield { line, text: piece };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}

/**
 * Records of JSON pages `{totalSize, startIndex, regNo, data: [record, …]}`; `line` is the place of a record in the file.
 * At the end it throws when pages are missing or of another certificate than `certNo`.
 */
export async function* jsonRecords(file: string, certNo: string): AsyncIterable<{ line: number; record: unknown }> {
  const pages = new JsonPages();
  let line = 0;
  for await (const piece of textOf(file)) for (const record of pages.push(piece)) yield { line: (line += 1), record };
  assertWhole(pages.end(), certNo);
}

/** Rows of a CSV file (RFC 4180); a quoted cell may hold line ends. `line` is that on which the row begins. */
export async function* csvRows(file: string): AsyncIterable<TableRow> {
  let open: { line: number; text: string } | undefined;
  for await (const { line, text } of linesOf(file)) {
    const row: { line: number; text: string } = open
      ? { line: open.line, text: `${open.text}\n${text}` }
      : { line, text };
    if (row.text.length > MAX_RECORD) throw tableProblem['line-too-long']({ line: row.line });
    open = quotes(row.text) % 2 === 1 ? row : undefined;
    if (!open) yield { line: row.line, cells: cellsOf(row.text.replace(/\r$/, '')) };
  }
  if (open) yield { line: open.line, cells: cellsOf(open.text) };
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Whoever keeps a short cell of a row longer than this is not to keep the whole row in memory. */
const LONG_ROW = 10_000;
const SHORT_CELL = 1_000;

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/gy;

function cellsOf(text: string): string[] {
  const cells = splitCells(text);
  return text.length > LONG_ROW ? cells.map(cutLoose) : cells;
}

/** The engine makes parts of a text point into it; this one is a text of its own. */
function cutLoose(cell: string): string {
  return cell.length > SHORT_CELL ? cell : Buffer.from(cell, 'utf16le').toString('utf16le');
}

function splitCells(text: string): string[] {
  // Most rows quote nothing, and are read several times as fast.
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (let found = CELL.exec(text); found; found = CELL.exec(text)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') break;
  }
  return cells;
}
