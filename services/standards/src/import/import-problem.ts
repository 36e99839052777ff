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
  header: { kind: 'invalid', zh: '表头中没有标准号一列', en: 'the header has no column for the number' },
});
