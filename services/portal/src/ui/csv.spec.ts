import { toCsv } from './csv';

const columns = [{ title: '名称', text: (row: string) => row }];

describe('toCsv', () => {
  it('writes a heading, one line a row and a byte order mark', () => {
    expect(toCsv(columns, ['甲', '乙'])).toBe('\uFEFF名称\r\n甲\r\n乙\r\n');
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(toCsv(columns, ['a,b', 'say "x"', 'two\nlines'])).toBe(
      '\uFEFF名称\r\n"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx'])('turns %j, which a spreadsheet would run, into text', (text) => {
    expect(toCsv(columns, [text]).split('\r\n')[1]).toBe(`'${text}`);
  });
});
