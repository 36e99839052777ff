import { compare, countOf, newKeys, write } from './ledger';
import type { Comparison } from './ledger';
import type { Actor } from './stage';
import { until } from './servers';

/** Writes facts on a number of keys for as long as it is told, through whatever happens to the database meanwhile. */
export class Load {
  private writing = true;
  private readonly done: Promise<unknown>;

  /** Pauses `pauseMs` after each fact of a key. */
  constructor(
    private readonly writer: Actor,
    keys: number,
    private readonly pauseMs = 0,
  ) {
    this.done = Promise.all(newKeys(keys).map((key) => this.writeOn(key)));
  }

  async stop(): Promise<void> {
    this.writing = false;
    await this.done;
  }

  private async writeOn(key: string): Promise<void> {
    const { dataSource, messaging } = this.writer;
    while (this.writing) {
      // A commit whose answer was lost counts where it happened: the counter and its fact stand or fall together.
      const failed = await write(dataSource, messaging.outbox, key).then(
        () => false,
        () => true,
      );
      await new Promise((resolve) => setTimeout(resolve, failed ? 100 : this.pauseMs));
    }
  }
}

/** Waits for `more` further effects and returns how long that took in milliseconds. */
export async function progress(reader: Actor, more: number, timeoutMs = 120_000): Promise<number> {
  const started = Date.now();
  const count = () => countOf(reader.dataSource, 'effect');
  const from = await until('a look at the effects', count, timeoutMs);
  await until(`${more} more effects`, async () => (await count()) >= from + more, timeoutMs);
  return Date.now() - started;
}

/** Waits until everything written has left the outbox and had its effect, then compares. */
export async function settle(writer: Actor, reader: Actor, timeoutMs = 180_000): Promise<Comparison> {
  await until('an empty outbox', async () => (await countOf(writer.dataSource, 'outbox')) === 0, timeoutMs);
  const total = await countOf(writer.dataSource, 'outbox_copy');
  await until('all effects', async () => (await countOf(reader.dataSource, 'effect')) >= total, timeoutMs);
  return compare(writer.dataSource, reader.dataSource);
}

export const sound = (written: number): Comparison => ({ written, lost: 0, doubled: 0, outOfOrder: 0 });
