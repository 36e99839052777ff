import { Injectable } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { csvRows, jsonRecords, Transactions, workbookRows } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import {
  calibrationRecord,
  calibrationTable,
  type PublishedRow,
  type RowReader,
} from '../annex-file/calibration-table';
import { readRow } from '../annex-file/published-row';
import { annexProblem, type Annex } from './annex';
import { AnnexRow } from './annex.row';
import { AnnexStore, MOST_REFUSALS, type FileLine, type Refusal } from './annex.store';

const BATCH = 1_000;
/** Titles may stand above the header. */
const HEADER_WITHIN = 30;
const BROKEN = { zh: '导入因系统故障中断', en: 'the import broke off by a fault of the system' };

interface FileRow {
  readonly line: number;
  readonly row: PublishedRow;
}

/** Reads the files of annexes. */
@Injectable()
export class AnnexRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly store: AnnexStore,
  ) {}

  /**
   * Reads a file to its end, from the line it had reached, and compares it with the register. Each thousand rows and the
   * line they end on are one transaction, so a stop at any moment loses and doubles nothing.
   */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const annex = await this.dataSource.manager.findOneByOrFail(AnnexRow, { id });
    if (annex.status !== 'reading') return;
    try {
      if (await this.readAll(annex, signal)) await this.compare(id);
    } catch (error) {
      await this.fail(id, error instanceof DomainError ? error.words : BROKEN);
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** False when it was stopped, or when another process is ahead. */
  private async readAll(annex: AnnexRow, signal: AbortSignal): Promise<boolean> {
    let reached = annex.line;
    for await (const rows of inBatches(rowsOf(annex))) {
      const from = reached;
      const fresh = rows.filter(({ line }) => line > from);
      if (fresh.length === 0) continue;
      if (signal.aborted || !(await this.commit(annex, from, fresh))) return false;
      reached = fresh.at(-1)!.line;
    }
    return true;
  }

  private commit(annex: Annex, from: number, rows: readonly FileRow[]): Promise<boolean> {
    const { id } = annex;
    const lines: FileLine[] = [];
    const refusals: Refusal[] = [];
    for (const { line, row } of rows)
      for (const made of readRow(row, annex)) {
        if ('field' in made) refusals.push({ line, ...made });
        else lines.push({ line, details: made });
      }
    return this.transactions.run(async (tx) => {
      const held = await lockReading(tx, id);
      if (held?.line !== from) return false;
      const all = [...refusals, ...(await this.store.add(tx, id, lines))];
      if (held.refused < MOST_REFUSALS) await this.store.refuse(tx, id, all);
      const refused = held.refused + new Set(all.map(({ line }) => line)).size;
      await tx.update(AnnexRow, { id }, { line: rows.at(-1)!.line, refused });
      return true;
    });
  }

  private compare(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const held = await lockReading(tx, id);
      if (held) await tx.update(AnnexRow, { id }, { ...(await this.store.compare(tx, held)), status: 'proposed' });
    });
  }

  private async fail(id: string, problem: Words): Promise<void> {
    await this.transactions.run((tx) => tx.update(AnnexRow, { id, status: 'reading' }, { status: 'failed', problem }));
  }
}

function lockReading(tx: EntityManager, id: string): Promise<AnnexRow | null> {
  return tx.findOne(AnnexRow, { where: { id, status: 'reading' }, lock: { mode: 'pessimistic_write' } });
}

function rowsOf(annex: Annex): AsyncIterable<FileRow> {
  return annex.format === 'json' ? pageRows(annex) : tableRows(annex);
}

async function* pageRows({ filePath, mapping, certNo }: Annex): AsyncIterable<FileRow> {
  for await (const { line, record } of jsonRecords(filePath, certNo))
    yield { line, row: calibrationRecord(record, mapping) };
}

async function* tableRows({ format, filePath, mapping }: Annex): AsyncIterable<FileRow> {
  let reader: RowReader | undefined;
  let above = 0;
  for await (const cells of format === 'csv' ? csvRows(filePath) : workbookRows(filePath)) {
    const row = reader?.(cells);
    if (row) yield { line: cells.line, row };
    if (reader) continue;
    reader = calibrationTable(cells.cells, mapping);
    if (!reader && (above += 1) >= HEADER_WITHIN) break;
  }
  if (!reader) throw annexProblem.header();
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
