/** A file of an archive, as text. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day that the format knows: the same content makes the same bytes. */
const FIRST_DAY = 0x21;

/** Little-endian numbers of two or four bytes one after the other. */
function packed(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** A ZIP archive without compression (APPNOTE 4.3): enough for spreadsheets, and no library to load. */
export function zip(entries: readonly ZipEntry[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const [name, data] = [encoder.encode(entry.name), encoder.encode(entry.text)];
    const described = [
      ...([
        [2, 20],
        [2, UTF8_NAMES],
        [2, 0],
        [2, 0],
        [2, FIRST_DAY],
      ] as const),
      ...([
        [4, crc32(data)],
        [4, data.length],
        [4, data.length],
        [2, name.length],
        [2, 0],
      ] as const),
    ] as const;
    const head = packed([4, 0x04034b50], ...described);
    parts.push(head, name, data);
    const placed = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    directory.push(packed([4, 0x02014b50], [2, 20], ...described, ...placed), name);
    offset += head.length + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return [...parts, ...directory, end];
}
