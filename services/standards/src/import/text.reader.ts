import { createReadStream } from 'node:fs';
import { problems } from '@qi/kernel';

export const importProblem = problems('import', {
  'not-found': { kind: 'not-found', zh: '没有这次导入', en: 'there is no such import' },
  format: {
    kind: 'invalid',
    zh: '须为 .jsonl、.csv 或 .xlsx 文件：{name}',
    en: 'a .jsonl, .csv or .xlsx file is needed: {name}',
  },
  mapping: { kind: 'invalid', zh: '表头对应关系无法识别', en: 'the header mapping cannot be read' },
  'no-file': { kind: 'invalid', zh: '缺少文件', en: 'the file is missing' },
  'line-too-long': { kind: 'invalid', zh: '第 {line} 行过长', en: 'line {line} is too long' },
  'broken-workbook': { kind: 'invalid', zh: '工作簿无法读取', en: 'the workbook cannot be read' },
  header: { kind: 'invalid', zh: '表头中没有标准号一列', en: 'the header has no column for the number' },
});

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
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'gb18030';
    throw error;
  }
}

async function* textOf(file: string): AsyncIterable<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Lines with their numbers, from 1; empty ones are counted and left out. */
export async function* linesOf(file: string): AsyncIterable<{ line: number; text: string }> {
  let [line, rest] = [0, ''];
  for await (const text of textOf(file)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > MAX_RECORD) throw importProblem['line-too-long']({ line: line + 1 });
    for (const piece of pieces) {
      line += 1;
      if (piece.trim() !== '') yield { line, text: piece };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}

/** Rows of a CSV file (RFC 4180); a quoted cell may hold line ends. `line` is that on which the row begins. */
export async function* csvRows(file: string): AsyncIterable<{ line: number; cells: string[] }> {
  let open: { line: number; text: string } | undefined;
  for await (const { line, text } of linesOf(file)) {
    const row: { line: number; text: string } = open
      ? { line: open.line, text: `${open.text}\n${text}` }
      : { line, text };
    if (row.text.length > MAX_RECORD) throw importProblem['line-too-long']({ line: row.line });
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

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/gy;

function cellsOf(text: string): string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (let found = CELL.exec(text); found; found = CELL.exec(text)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') break;
  }
  return cells;
}
