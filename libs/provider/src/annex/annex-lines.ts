import type { EntityManager } from 'typeorm';
import type { AnnexChange } from './annex';

/** A line of a file, as the register would hold it. */
export interface FileLine<L> {
  readonly line: number;
  readonly wanted: L;
}

/** A line as it is kept; `n` grows in the order of the file. */
export interface StoredLine {
  readonly n: string;
}

export interface LinePage {
  readonly changes: readonly AnnexChange[] | null;
  readonly after: string;
  readonly most: number;
}

const CHUNK = 1_000;

/** What a service says of its table `annex_line`: a line `L` of a file, and `S`, as it is kept beside the register. */
export abstract class AnnexLines<L = unknown, S extends StoredLine = StoredLine> {
  /** What makes two lines the same one. */
  abstract keyOf(wanted: L): string;

  /** How people are told which line is meant. */
  abstract nameOf(wanted: L): string;

  /** Keeps lines of different keys; the keys of those that the annex did not have yet. */
  abstract insert(tx: EntityManager, annexId: string, lines: readonly FileLine<L>[]): Promise<readonly string[]>;

  /** Lines behind `after`, all or those of some changes. */
  abstract page(tx: EntityManager, annexId: string, page: LinePage): Promise<S[]>;

  /** All of them, in batches. */
  async *linesOf(tx: EntityManager, annexId: string, changes: LinePage['changes'] = null): AsyncIterable<S[]> {
    for (let after = '0'; ;) {
      const lines = await this.page(tx, annexId, { changes, after, most: CHUNK });
      if (lines.length === 0) return;
      after = lines.at(-1)!.n;
      yield lines;
    }
  }
}
