import { readDraft, type FieldFault } from '../standard/draft';
import type { Entry } from '../standard/standard';
import { isFault, type FileRecord } from './record';

export interface Refusal extends FieldFault {
  readonly line: number;
}

export interface Batch {
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
  /** Records that were refused; one may have several faults. */
  readonly refused: number;
}

const AGAIN = { zh: '同一文件中已出现过', en: 'stands in the file already' };

/** Numbers as 53-bit hashes: 1.6 million of them fit where the texts would not. */
export class SeenNumbers {
  private readonly seen = new Set<number>();

  /** False when the number was added before. */
  add(number: string): boolean {
    const before = this.seen.size;
    this.seen.add(hash53(number));
    return this.seen.size > before;
  }
}

/** What of the records can be stored; of several about one standard the first counts. */
export function batchOf(records: readonly FileRecord[], seen: SeenNumbers): Batch {
  const entries: Entry[] = [];
  const refusals: Refusal[] = [];
  let refused = 0;
  for (const { line, read } of records) {
    const faults = faultsOf(read, seen, entries);
    refusals.push(...faults.map((fault) => ({ line, ...fault })));
    if (faults.length > 0) refused += 1;
  }
  return { entries, refusals, refused };
}

function faultsOf(read: FileRecord['read'], seen: SeenNumbers, entries: Entry[]): readonly FieldFault[] {
  if (isFault(read)) return [read];
  const result = readDraft(read);
  if (!('entry' in result)) return result.faults;
  const { number } = result.entry.standard;
  if (!seen.add(number)) return [{ field: 'number', value: read.number, words: AGAIN }];
  entries.push(result.entry);
  return [];
}

/** FNV-1a over two lanes, 26 and 27 bits of each. */
function hash53(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return ((a ^ (a >>> 15)) >>> 6) * 0x8000000 + ((b ^ (b >>> 16)) >>> 5);
}
