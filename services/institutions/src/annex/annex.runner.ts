import { Injectable } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { rowsOf, type FileRow } from '../annex-file/annex-file.reader';
import { readRow, type AnnexFrame } from '../annex-file/published-row';
import type { Site } from '../institution/site';
import { annexProblem, type Annex } from './annex';
import { AnnexComparison } from './annex.comparison';
import { AnnexRow } from './annex.row';
import { AnnexLineStore, MOST_REFUSALS, type FileLine, type Refusal } from './annex-line.store';

const BATCH = 1_000;
const BROKEN = { zh: '导入因系统故障中断', en: 'the import broke off by a fault of the system' };

interface Batch {
  readonly lines: FileLine[];
  readonly refusals: Refusal[];
}

/** Reads the files of annexes. */
@Injectable()
export class AnnexRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly store: AnnexLineStore,
    private readonly comparison: AnnexComparison,
  ) {}

  /**
   * Reads a file to its end, from the line it had reached, and compares it with the register. Each thousand rows and the
   * line they end on are one transaction, so a stop at any moment loses and doubles nothing; of two processes at one
   * annex the slower one leaves it.
   */
  async run(id: string, signal: AbortSignal, progress: (line: number) => void = () => undefined): Promise<void> {
    const annex = await this.dataSource.manager.findOneByOrFail(AnnexRow, { id });
    if (annex.status !== 'reading') return;
    try {
      if (await this.readAll(annex, signal, progress)) await this.compare(id);
    } catch (error) {
      await this.fail(id, error instanceof DomainError ? error.words : BROKEN);
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** False when it was stopped, or when another process is ahead. */
  private async readAll(annex: AnnexRow, signal: AbortSignal, progress: (line: number) => void): Promise<boolean> {
    const frame = frameOf(annex, await this.comparison.sitesOf(this.dataSource.manager, annex));
    let reached = annex.line;
    for await (const rows of inBatches(rowsOf(annex.filePath, annex, annexProblem.header))) {
      const upTo = rows.at(-1)!.line;
      if (upTo <= reached) continue;
      if (signal.aborted) return false;
      const from = reached;
      const fresh = rows.filter(({ line }) => line > from);
      if (!(await this.commit(annex.id, from, upTo, batchOf(fresh, frame)))) return false;
      reached = upTo;
      progress(upTo);
    }
    return true;
  }

  private commit(id: string, from: number, upTo: number, batch: Batch): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const held = await lockReading(tx, id);
      if (held?.line !== from) return false;
      const again = await this.store.add(tx, id, batch.lines);
      const refusals = [...batch.refusals, ...again];
      if (held.refused < MOST_REFUSALS) await this.store.refuse(tx, id, refusals);
      const refused = held.refused + new Set(refusals.map(({ line }) => line)).size;
      await tx.update(AnnexRow, { id }, { line: upTo, refused });
      return true;
    });
  }

  private compare(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const held = await lockReading(tx, id);
      if (held) await tx.update(AnnexRow, { id }, { ...(await this.comparison.run(tx, held)), status: 'proposed' });
    });
  }

  private async fail(id: string, problem: Words): Promise<void> {
    await this.transactions.run((tx) => tx.update(AnnexRow, { id, status: 'reading' }, { status: 'failed', problem }));
  }
}

function lockReading(tx: EntityManager, id: string): Promise<AnnexRow | null> {
  return tx.findOne(AnnexRow, { where: { id, status: 'reading' }, lock: { mode: 'pessimistic_write' } });
}

function frameOf(annex: Annex, { open, covered }: { open: readonly Site[]; covered: readonly string[] }): AnnexFrame {
  const { institutionId, scheme, certNo, validFrom, validTo, places: byNumber, onlySite: only } = annex;
  return { institutionId, scheme, certNo, validFrom, validTo, places: { byNumber, only, covered, sites: open } };
}

function batchOf(rows: readonly FileRow[], frame: AnnexFrame): Batch {
  const batch: Batch = { lines: [], refusals: [] };
  for (const { line, row } of rows) {
    const { lines, faults } = 'field' in row ? { lines: [], faults: [row] } : readRow(row, frame);
    batch.lines.push(...lines.map((wanted) => ({ line, wanted })));
    batch.refusals.push(...faults.map((fault) => ({ line, ...fault })));
  }
  return batch;
}

async function* inBatches(rows: AsyncIterable<FileRow>): AsyncIterable<FileRow[]> {
  let batch: FileRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
