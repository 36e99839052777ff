import { once } from 'node:events';
import type { Client, Connection } from 'pg';

/** Cells of one row; absent is SQL null. */
export type CopyCell = string | number | null;

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const NEEDS_ESCAPE = /[\\\n\r\t]/;

/** One row in the text form of COPY. */
export function copyRow(cells: readonly CopyCell[]): string {
  return `${cells.map(copyCell).join('\t')}\n`;
}

export function copyCell(cell: CopyCell): string {
  if (cell === null) return '\\N';
  const text = String(cell);
  return NEEDS_ESCAPE.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => ESCAPED[char] ?? char) : text;
}

/** So many bytes wait for the server while the next are made, so that both sides are busy. */
const MOST_WAITING = 16_000_000;

/**
 * Fills a table from text in the form of COPY, piece by piece, waiting for the server where it is slower: a hundred times as
 * fast as statements. The client must not pipeline. Answers the count of rows.
 */
export async function copyInto(client: Client, target: string, pieces: AsyncIterable<string>): Promise<number> {
  const copy = new CopyIn(`copy ${target} from stdin`, pieces);
  client.query(copy);
  return copy.done;
}

/** What `pg` asks of a statement of one's own. */
class CopyIn {
  private resolve: (rows: number) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;
  private rows = 0;
  private failed: Error | undefined;
  readonly done = new Promise<number>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor(
    private readonly text: string,
    private readonly pieces: AsyncIterable<string>,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: Connection): void {
    void this.send(connection as Connection & Copying);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.rows = Number(text.split(' ').at(-1));
  }

  handleReadyForQuery(): void {
    if (this.failed) this.reject(this.failed);
    else this.resolve(this.rows);
  }

  /** The server says no, or says that it was told to stop; why is known better here. */
  handleError(error: Error): void {
    this.failed ??= error;
    this.reject(this.failed);
  }

  private async send(connection: Connection & Copying): Promise<void> {
    const { stream } = connection;
    try {
      for await (const piece of this.pieces) {
        if (this.failed) return;
        connection.sendCopyFromChunk(Buffer.from(piece));
        if (stream.writableLength > MOST_WAITING) await once(stream, 'drain');
      }
      connection.endCopyFrom();
    } catch (error) {
      this.failed ??= error as Error;
      connection.sendCopyFail('broken off by the sender');
    }
  }
}

interface Copying {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}
