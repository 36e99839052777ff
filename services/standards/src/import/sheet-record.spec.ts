import { columnsOf, sheetRecord, type Columns } from './sheet-record';

const header = ['序号', '标准号', '标准名称', 'ICS', 'CCS', '性质', '发布日期', '实施日期', '状态', '代替标准', '采标'];
const columns = columnsOf(header) as Columns;
const row = [
  '1',
  'GB/T14747-2025',
  '儿童三轮车',
  '97.190',
  'y57',
  '推荐性',
  '2025年10月5日',
  '2026/11/1',
  '即将实施',
  'GB 14747-2006（部分代替）',
  'ISO 8124-1:2018,MOD',
];
const change = (at: number, text: string) =>
  sheetRecord(
    columns,
    row.map((cell, index) => (index === at ? text : cell)),
  );

describe('sheetRecord', () => {
  it('reads a row as registers print it', () =>
    expect(sheetRecord(columns, row)).toMatchObject({
      number: 'GB/T14747-2025',
      title: { zh: '儿童三轮车', en: '' },
      ics: ['97.190'],
      ccs: ['Y57'],
      mandatory: false,
      issuedOn: '2025-10-05',
      inForceFrom: '2026-11-01',
      withdrawn: false,
      relations: [
        { kind: 'replaces', other: 'GB 14747-2006', extent: 'part' },
        { kind: 'adopts', other: 'ISO 8124-1:2018', degree: 'MOD' },
      ],
    }));

  it.each([
    [5, '也许', 'nature'],
    [6, '去年', 'issuedOn'],
    [8, '不明', 'status'],
  ])('names the field when column %i says %s', (at, text, field) => expect(change(at, text)).toMatchObject({ field }));

  it('takes 暂无 for nothing, and leaves out empty rows and the sum', () => {
    expect(change(9, '暂无')).toMatchObject({ relations: [{ kind: 'adopts' }] });
    expect(sheetRecord(columns, ['', ' ', ''])).toBeUndefined();
    expect(sheetRecord(columns, ['合计', '12'])).toBeUndefined();
  });

  it('follows a mapping of its own before the known headers, and says when no column has the number', () => {
    expect(columnsOf(['Nr', '标准号'], { Nr: 'number', 标准号: 'titleZh' })).toEqual(['number', 'titleZh']);
    expect(columnsOf(['x', 'y'])).toMatchObject({ field: 'header' });
  });
});
