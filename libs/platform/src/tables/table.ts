import { problems } from '@qi/kernel';

/** One row of a table in a file; `line` counts from 1, all rows included. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const tableProblem = problems('table', {
  encoding: { kind: 'invalid', zh: '文件编码须为 UTF-8 或 GB18030', en: 'the file is neither UTF-8 nor GB 18030' },
  'line-too-long': { kind: 'invalid', zh: '第 {line} 行过长', en: 'line {line} is too long' },
  'broken-workbook': { kind: 'invalid', zh: '工作簿无法读取', en: 'the workbook cannot be read' },
  'broken-json': { kind: 'invalid', zh: 'JSON 无法读取或不完整', en: 'the JSON cannot be read or breaks off' },
  'pages-missing': {
    kind: 'invalid',
    zh: '页不全：共 {total} 条，文件中只有 {read} 条',
    en: 'pages are missing: {total} records in all, the file has {read}',
  },
  'other-certificate': {
    kind: 'invalid',
    zh: '文件属于证书 {found}，不是 {certNo}',
    en: 'the file is of certificate {found}, not {certNo}',
  },
});
