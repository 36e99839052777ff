export type FileType = 'pdf' | 'jpg' | 'png' | 'docx' | 'xlsx' | 'zip';

export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The endings a file of this type may carry; an Office file is a ZIP archive and may be called one. */
export function extensionsOf(type: FileType): readonly string[] {
  if (type === 'jpg') return ['jpg', 'jpeg'];
  return type === 'docx' || type === 'xlsx' ? [type, 'zip'] : [type];
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_HEADER_CHUNK = [0x49, 0x48, 0x44, 0x52];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PDF_END = [0x25, 0x25, 0x45, 0x4f, 0x46];
const PDF_TAIL = 2048;

/** The type by content, or undefined where it is none of ours, truncated, or an Office file with macros. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  if (startsWith(bytes, PNG)) return at(bytes, 12, PNG_HEADER_CHUNK) ? 'png' : undefined;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return bytes.length > 100 ? 'jpg' : undefined;
  if (startsWith(bytes, PDF)) return holds(bytes.subarray(-PDF_TAIL), PDF_END) ? 'pdf' : undefined;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return archiveType(bytes);
  return undefined;
}

/** Office Open XML (ISO/IEC 29500-2) is a ZIP archive whose entry names tell what it is; nothing is unpacked here. */
function archiveType(bytes: Uint8Array): FileType | undefined {
  const names = entryNames(bytes);
  if (!names || names.length === 0) return undefined;
  if (names.some((name) => name.endsWith('vbaProject.bin'))) return undefined;
  if (!names.includes('[Content_Types].xml')) return 'zip';
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : 'zip';
}

const END_RECORD = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const MAX_COMMENT = 0xffff;

/**
 * The names in the central directory (APPNOTE.TXT 4.3.12, 4.3.16), or undefined where the archive is cut off or its
 * directory does not hold together. ZIP64 is never needed below 4 GB and is not read.
 */
function entryNames(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let i = 0; i < count; i += 1) {
    if (position + ENTRY_SIZE > end || view.getUint32(position, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(position + 28, true);
    const rest = view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
    const start = position + ENTRY_SIZE;
    if (start + nameLength > end) return undefined;
    names.push(new TextDecoder().decode(bytes.subarray(start, start + nameLength)));
    position = start + nameLength + rest;
  }
  return names;
}

/** The record is the last thing in the file but for a comment of at most 65,535 bytes. */
function endRecordAt(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) {
      return at;
    }
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return at(bytes, 0, signature);
}

function at(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}

function holds(bytes: Uint8Array, signature: readonly number[]): boolean {
  for (let i = 0; i + signature.length <= bytes.length; i += 1) if (at(bytes, i, signature)) return true;
  return false;
}
