import { safeName } from './deliverable.service';
import { fileTypeOf } from './file-type';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['%PDF-1.7', 'pdf'],
  ['<?xml version="1.0"?><dcc/>', 'xml'],
  ['\uFEFF<?xml version="1.0"?>', 'xml'],
  ['PK\u0003\u0004docx', 'zip'],
])('%p is a %s', (text, extension) => {
  expect(fileTypeOf(bytes(text))?.extension).toBe(extension);
});

it.each(['', '%PDF', '<html>', 'MZ\u0090', '<script>', 'GIF89a'])('%p is nothing that may be handed over', (text) => {
  expect(fileTypeOf(bytes(text))).toBeUndefined();
});

it.each([
  ['报告.pdf', '报告.pdf'],
  [Buffer.from('报告.pdf').toString('latin1'), '报告.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.pdf', 'a.pdf'],
  ['a\u0000\r\nb.pdf', 'ab.pdf'],
  ['', 'file.pdf'],
  ['\u202Egpj.pdf', 'gpj.pdf'],
  [`a${'😀'.repeat(150)}.pdf`, `${'😀'.repeat(146)}.pdf`],
])('a file named %p is kept as %p', (given, kept) => {
  expect(safeName(given, 'pdf')).toBe(kept);
});
