import type { By } from '@qi/contracts';
import { problems } from '@qi/kernel';
import { extensionsOf, typeOf, type FileType } from './file-type';

/** A file a firm handed in. The bytes are kept once under their sha256 (lower-case hex), whoever hands them in. */
export interface Attachment {
  readonly id: string;
  readonly enterpriseId: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly type: FileType;
  readonly fileName: string;
  readonly uploadedBy: By;
  readonly uploadedAt: Date;
}

export const MAX_BYTES = 10 * 1024 * 1024;
const MAX_NAME = 200;

export const attachmentProblem = problems('attachment', {
  unknown: { kind: 'not-found', zh: '附件不存在', en: 'there is no such attachment' },
  'unknown-ids': {
    kind: 'invalid',
    zh: '以下附件不存在或不属于该企业：{ids}',
    en: 'these attachments do not exist or belong to another enterprise: {ids}',
  },
  missing: { kind: 'invalid', zh: '缺少文件（字段 file）', en: 'the file is missing (form field "file")' },
  empty: { kind: 'invalid', zh: '文件为空', en: 'the file is empty' },
  'type-not-allowed': {
    kind: 'invalid',
    zh: '按内容判断，文件不是允许的类型；允许：{allowed}',
    en: 'by its content the file is none of the allowed types: {allowed}',
  },
  'false-type': {
    kind: 'invalid',
    zh: '文件名“{fileName}”与内容不符：内容是 {type}',
    en: 'the name "{fileName}" does not fit the content, which is {type}',
  },
});

const ALLOWED = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip'] as const satisfies readonly FileType[];

/**
 * What the bytes are, and the name to keep them under. The content decides; a name that says otherwise is refused rather
 * than believed or mended, because whoever opens the file later goes by the name.
 */
export function examine(fileName: string, bytes: Uint8Array): { type: FileType; fileName: string } {
  if (bytes.length === 0) throw attachmentProblem.empty();
  const type = typeOf(bytes);
  if (!type) throw attachmentProblem['type-not-allowed']({ allowed: ALLOWED });
  const name = cleanName(fileName);
  const extension = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return { type, fileName: `${name}.${type}` };
  if (!extensionsOf(type).includes(extension)) throw attachmentProblem['false-type']({ fileName: name, type });
  return { type, fileName: name };
}

/** The last part of any path, without control characters and without what file systems or headers stumble over. */
function cleanName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '').trim();
  const name = clean.replace(/^\.+/, '') || 'file';
  // By characters: half a surrogate pair can be stored in no column.
  return [...name].slice(-MAX_NAME).join('');
}
