import { crc32 } from 'node:zlib';
import { toXlsx } from './xlsx';

type Row = readonly [string, string];
const columns = [
  { title: '编号', text: ([number]: Row) => number },
  { title: '内容', text: ([, what]: Row) => what },
];

/** The files of an archive by name, each against its checksum, found through the directory at its end. */
function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, size, length, offset] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const data = bytes.subarray(offset + 30 + length, offset + 30 + length + size);
    expect(crc32(data)).toBe(crc);
    files.set(name, data.toString('utf8'));
    at += 46 + length;
  }
  return files;
}

const sheetOf = (rows: readonly Row[]) =>
  unzipped(Buffer.concat(toXlsx(columns, rows))).get('xl/worksheets/sheet1.xml') ?? '';
const cellsOf = (rows: readonly Row[]) =>
  [...sheetOf(rows).matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);

describe('toXlsx', () => {
  it('is an archive of the five files that a workbook needs, with the titles first', () => {
    expect([...unzipped(Buffer.concat(toXlsx(columns, []))).keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(cellsOf([['1', '儿童三轮车']])).toEqual(['编号', '内容', '1', '儿童三轮车']);
  });

  it('names the place of every cell, beyond Z too', () => {
    const wide = Array.from({ length: 28 }, (_, column) => ({ title: String(column), text: () => '' }));
    const sheet = unzipped(Buffer.concat(toXlsx(wide, [1]))).get('xl/worksheets/sheet1.xml') ?? '';
    expect([...sheet.matchAll(/<c r="(\w+)"/g)].map(([, place]) => place).slice(24, 29)).toEqual([
      ...['Y1', 'Z1', 'AA1', 'AB1', 'A2'],
    ]);
  });

  it('escapes what XML would take for its own', () => {
    expect(cellsOf([['1', '<b>&"']])[3]).toBe('&lt;b&gt;&amp;&quot;');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")'])('%s stays a text and is no formula', (text) => {
    const sheet = sheetOf([['1', text]]);
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<c r="[A-Z]+\d+" t="inlineStr">/g)).toHaveLength(4);
  });

  it('leaves out what no spreadsheet can carry', () => {
    expect(cellsOf([['1', 'a\u0000b\u0008c']])[3]).toBe('abc');
  });
});
