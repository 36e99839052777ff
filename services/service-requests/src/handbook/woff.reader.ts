import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * A font as it was before it was packed for the web (WOFF 1.0, W3C): its tables unpacked once. Whoever takes letters out of
 * the packed form unpacks all of them for each letter.
 */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, WOFF_HEADER + index * WOFF_ENTRY));
  const directory = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(directory, 0, 4, 8);
  const selector = Math.floor(Math.log2(count));
  const range = 2 ** selector * SFNT_ENTRY;
  [count, range, selector, count * SFNT_ENTRY - range].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + index * 2),
  );
  let offset = directory.length;
  const parts: Buffer[] = [directory];
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    directory.write(tag, at, 'latin1');
    [checksum, offset, data.length].forEach((value, field) => directory.writeUInt32BE(value, at + 4 + field * 4));
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableAt(woff: Buffer, at: number): { tag: string; checksum: number; data: Buffer } {
  const [offset = 0, packed = 0, length = 0, checksum = 0] = [4, 8, 12, 16].map((field) =>
    woff.readUInt32BE(at + field),
  );
  const data = woff.subarray(offset, offset + packed);
  return { tag: woff.toString('latin1', at, at + 4), checksum, data: packed < length ? inflateSync(data) : data };
}
