import { Injectable } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Annex } from './annex';
import type { ReadRow } from './annex-file';
import { AnnexRegister } from './annex-register';
import { AnnexStore, MOST_REFUSALS } from './annex.store';

const BATCH = 1_000;
const BROKEN = { zh: '导入因系统故障中断', en: 'the import broke off by a fault of the system' };

/** Reads the files of annexes. */
@Injectable()
export class AnnexRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly register: AnnexRegister,
    private readonly store: AnnexStore,
  ) {}

  /** Uploaded annexes that are not read to their end, oldest first. */
  async unread(): Promise<Annex[]> {
    const reading = { where: { status: 'reading' }, order: { submittedAt: 'asc' } } as const;
    const annexes = await this.dataSource.manager.find<Annex>(this.register.Row, reading);
    return annexes.filter(({ uploaded }) => uploaded !== false);
  }

  /**
   * Reads a file to its end, from the line it had reached, and compares it with the register. Each thousand rows and the
   * line they end on are one transaction, so a stop at any moment loses and doubles nothing; of two processes at one
   * annex the slower one leaves it.
   */
  async run(id: string, signal: AbortSignal, progress: (line: number) => void = () => undefined): Promise<void> {
    const annex = await this.dataSource.manager.findOneByOrFail<Annex>(this.register.Row, { id });
    if (annex.status !== 'reading') return;
    try {
      if (await this.readAll(annex, signal, progress)) await this.compare(id);
    } catch (error) {
      await this.fail(id, error instanceof DomainError ? error.words : BROKEN);
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** False when it was stopped, or when another process is ahead. */
  private async readAll(annex: Annex, signal: AbortSignal, progress: (line: number) => void): Promise<boolean> {
    let reached = annex.line;
    for await (const rows of inBatches(this.register.rowsOf(this.dataSource.manager, annex))) {
      if (signal.aborted || !(await this.commit(annex.id, reached, rows))) return false;
      reached = rows.at(-1)!.line;
      progress(reached);
    }
    return true;
  }

  private commit(id: string, from: number, rows: readonly ReadRow<unknown>[]): Promise<boolean> {
    const read = rows.flatMap(({ line, lines }) => lines.map((wanted) => ({ line, wanted })));
    const faults = rows.flatMap((row) => row.faults.map((fault) => ({ line: row.line, ...fault })));
    return this.transactions.run(async (tx) => {
      const held = await this.lockReading(tx, id);
      if (held?.line !== from) return false;
      const refusals = [...faults, ...(await this.store.add(tx, id, read))];
      if (held.refused < MOST_REFUSALS) await this.store.refuse(tx, id, refusals);
      const refused = held.refused + new Set(refusals.map(({ line }) => line)).size;
      await tx.update<Annex>(this.register.Row, { id }, { line: rows.at(-1)!.line, refused });
      return true;
    });
  }

  private compare(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const held = await this.lockReading(tx, id);
      if (!held) return;
      const compared = await this.store.compare(tx, held);
      await tx.update<Annex>(this.register.Row, { id }, { ...compared, status: 'proposed' });
    });
  }

  private async fail(id: string, problem: Words): Promise<void> {
    const failed = { status: 'failed', problem } as const;
    await this.transactions.run((tx) => tx.update<Annex>(this.register.Row, { id, status: 'reading' }, failed));
  }

  private lockReading(tx: EntityManager, id: string): Promise<Annex | null> {
    const where = { id, status: 'reading' } as const;
    return tx.findOne<Annex>(this.register.Row, { where, lock: { mode: 'pessimistic_write' } });
  }
}

async function* inBatches<T>(rows: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
