import { Workbook } from 'exceljs';
import { toXlsx } from './xlsx';

type Row = readonly [string, string];
const columns = [
  { title: '编号', text: ([number]: Row) => number },
  { title: '内容', text: ([, what]: Row) => what },
];

/** The cells of the sheet as another reader of workbooks sees them, with what the file says they are. */
async function read(
  blob: Blob,
): Promise<{ value: unknown; type: number; formula: string | undefined; at: string }[][]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await blob.arrayBuffer());
  const rows: { value: unknown; type: number; formula: string | undefined; at: string }[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: (typeof rows)[number] = [];
    row.eachCell({ includeEmpty: true }, ({ value, type, formula, address }) =>
      cells.push({ value, type, formula: formula || undefined, at: address }),
    );
    rows.push(cells);
  });
  return rows;
}
const valuesOf = async (rows: readonly Row[]) =>
  (await read(await toXlsx(columns, rows))).map((cells) => cells.map(({ value }) => value));
const TEXT = 3;

describe('toXlsx', () => {
  it('is a workbook with the titles first, then a row for each', async () => {
    expect(await valuesOf([])).toEqual([['编号', '内容']]);
    expect(await valuesOf([['1', '儿童三轮车']])).toEqual([
      ['编号', '内容'],
      ['1', '儿童三轮车'],
    ]);
  });

  it('has room beyond column Z', async () => {
    const wide = Array.from({ length: 28 }, (_, column) => ({ title: `t${column}`, text: () => 'x' }));
    const [titles = [], row = []] = await read(await toXlsx(wide, [1]));
    expect(titles.slice(24).map(({ at }) => at)).toEqual(['Y1', 'Z1', 'AA1', 'AB1']);
    expect(row).toHaveLength(28);
  });

  it.each(['<b>&"', '0012', '2026-11-28', 'true', ' a  b ', 'two\nlines', '𠮷'])('keeps %j as it is', async (text) => {
    expect((await valuesOf([['1', text]]))[1]?.[1]).toBe(text);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")'])(
    '%s stays a text and is no formula',
    async (text) => {
      const [, [, cell] = []] = await read(await toXlsx(columns, [['1', text]]));
      expect(cell).toEqual({ value: text, type: TEXT, formula: undefined, at: 'B2' });
    },
  );

  it('leaves out what no spreadsheet can carry', async () => {
    expect((await valuesOf([['1', 'a\u0000b\u0008c']]))[1]?.[1]).toBe('abc');
  });

  it('takes empty texts', async () => {
    expect((await read(await toXlsx(columns, [['1', '']])))[1]?.[0]?.value).toBe('1');
  });
});
