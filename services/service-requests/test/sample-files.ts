/** Small true files of each type, made here byte by byte. */
const text = (value: string) => Buffer.from(value, 'utf8');

export const pdf = (content = 'sample'): Buffer => text(`%PDF-1.7\n% ${content}\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`);

export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

export const jpg = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 1)]);

export const program = (): Buffer => Buffer.concat([text('MZ'), Buffer.alloc(300)]);

export const docx = (): Buffer => zip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
export const xlsx = (): Buffer => zip(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']);

/** An archive of empty, stored entries. */
export function zip(names: readonly string[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(text(name).length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(text(name).length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, text(name));
    directory.push(entry, text(name));
    offset += local.length + text(name).length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(text(comment).length, 20);
  return Buffer.concat([...locals, ...directory, end, text(comment)]);
}
