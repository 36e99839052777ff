export interface FileType {
  readonly extension: 'pdf' | 'xml' | 'zip' | 'png' | 'jpg';
  readonly mime: string;
}

const SIGNATURES: readonly (FileType & { readonly bytes: readonly number[] })[] = [
  { extension: 'pdf', mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { extension: 'zip', mime: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { extension: 'png', mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { extension: 'jpg', mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

export const fileExtensions: readonly string[] = ['pdf', 'xml', 'zip', 'png', 'jpg'];

/** What a file is by its first bytes, whatever its name says; undefined for anything a deliverable may not be. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const known = SIGNATURES.find(({ bytes: signature }) => signature.every((byte, i) => bytes[i] === byte));
  if (known) return { extension: known.extension, mime: known.mime };
  return isXml(bytes) ? { extension: 'xml', mime: 'application/xml' } : undefined;
}

/** An XML declaration, in UTF-8 with or without byte order mark; a digital calibration certificate begins with one. */
function isXml(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return new TextDecoder('latin1').decode(bytes.subarray(start, start + 6)) === '<?xml ';
}
