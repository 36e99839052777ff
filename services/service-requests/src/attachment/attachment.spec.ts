import { DomainError } from '@qi/kernel';
import * as sample from '../../test/sample-files';
import { examine } from './attachment';

function problemOf(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('examine', () => {
  it.each([
    ['contract.pdf', sample.pdf(), 'pdf'],
    ['photo.JPG', sample.jpg(), 'jpg'],
    ['photo.jpeg', sample.jpg(), 'jpg'],
    ['drawing.png', sample.png(), 'png'],
    ['plan.docx', sample.docx(), 'docx'],
    ['list.xlsx', sample.xlsx(), 'xlsx'],
    ['all.zip', sample.zip(['a.txt'], 'with a comment'), 'zip'],
    ['renamed-docx.zip', sample.docx(), 'docx'],
  ])('knows %s by its content', (name, bytes, type) => {
    expect(examine(name, bytes)).toEqual({ type, fileName: name });
  });

  it('knows a view into a larger buffer', () => {
    const larger = Buffer.concat([Buffer.from('xxxxx'), sample.docx()]);
    expect(examine('plan.docx', larger.subarray(5)).type).toBe('docx');
  });

  it.each([
    ['a program called a PDF', 'contract.pdf', sample.program()],
    ['plain text', 'notes.txt', Buffer.from('hello')],
    ['a PDF cut off before its end', 'contract.pdf', sample.pdf().subarray(0, 20)],
    ['an archive cut off', 'all.zip', sample.zip(['a.txt', 'b.txt']).subarray(0, 60)],
    ['an archive with nothing in it', 'all.zip', sample.zip([])],
    [
      'a Word file with macros',
      'plan.docx',
      sample.zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    ],
    ['a directory that points outside', 'all.zip', Buffer.concat([sample.zip(['a']).subarray(0, -22), brokenEnd()])],
    ['only the PNG signature', 'x.png', sample.png().subarray(0, 8)],
  ])('refuses %s', (_, name, bytes) => {
    expect(problemOf(() => examine(name, bytes)).code).toBe('attachment/type-not-allowed');
  });

  it.each([
    ['drawing.pdf', sample.png(), 'png'],
    ['plan.xlsx', sample.docx(), 'docx'],
    ['page.html', sample.pdf(), 'pdf'],
    ['plan.docx', sample.zip(['a.txt']), 'zip'],
  ])('refuses the name %s for another content', (fileName, bytes, type) => {
    const { code, details } = problemOf(() => examine(fileName, bytes));
    expect({ code, details }).toEqual({ code: 'attachment/false-type', details: { fileName, type } });
  });

  it('refuses an empty file', () => {
    expect(problemOf(() => examine('a.pdf', Buffer.alloc(0))).code).toBe('attachment/empty');
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\docs\\合同 扫描件.pdf', '合同 扫描件.pdf'],
    ['a\r\nb"c.pdf', 'abc.pdf'],
    [`a${'😀'.repeat(200)}.pdf`, `${'😀'.repeat(196)}.pdf`],
    ['gpj.\u202efdp.pdf', 'gpj.fdp.pdf'],
    ['no-ending', 'no-ending.pdf'],
    ['', 'file.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
  ])('keeps %j under a harmless name', (given, kept) => {
    expect(examine(given, sample.pdf()).fileName).toBe(kept);
  });
});

function brokenEnd(): Buffer {
  const end = Buffer.from(sample.zip(['a']).subarray(-22));
  end.writeUInt32LE(0xfffffff0, 16);
  return end;
}
