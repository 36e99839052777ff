import type { Words } from '@qi/kernel';
import type { Draft, FieldFault } from '../standard/draft';

/** One record of a file: a draft, or why there is none. `line` counts from 1, the header included. */
export interface FileRecord {
  readonly line: number;
  readonly read: Draft | FieldFault;
}

/** The decoder puts U+FFFD where bytes mean nothing. */
export const ENCODING: Words = { zh: '既不是 UTF-8 也不是 GB 18030 编码', en: 'is neither UTF-8 nor GB 18030' };

export function isFault(read: Draft | FieldFault): read is FieldFault {
  return 'field' in read;
}

export function fault(field: string, value: unknown, words: Words): FieldFault {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return { field, value: text.slice(0, 200), words };
}
