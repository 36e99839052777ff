import { Inject, Injectable } from '@nestjs/common';
import type { By } from '@qi/contracts';
import { CLOCK, DomainError, type Clock, type Words } from '@qi/kernel';
import { oneAhead, Transactions } from '@qi/platform';
import { DataSource } from 'typeorm';
import { prepare, StandardStore, type Prepared } from '../standard/standard.store';
import { batchOf, SeenNumbers, type Batch } from './batch';
import { ImportRunRow, newRun, type ImportFile } from './import-run.row';
import type { FileRecord } from './record';
import { recordsOf } from './records.reader';
import type { Mapping } from './sheet-record';

const BATCH = 1_000;
/** The count of refusals is exact; the report keeps the first of them. */
const MOST_REFUSALS = 10_000;

const REFUSE = `
  insert into import_refusal (run_id, line, field, value, words)
  select $1, line, field, value, words
  from json_to_recordset($2::json) as refusal (line integer, field text, value text, words jsonb)
  on conflict do nothing`;

const ADVANCE = `
  update import_run set line = $2, added = added + $3, changed = changed + $4, kept = kept + $5, refused = refused + $6
  where id = $1`;

const FINISH = `update import_run set status = $2, problem = $3, finished_at = $4 where id = $1 and status = 'running'`;

const BROKEN = { zh: '导入因系统故障中断', en: 'the import broke off by a fault of the system' };

@Injectable()
export class ImportRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly store: StandardStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(file: ImportFile, mapping: Mapping, by: By): Promise<ImportRunRow> {
    const run = newRun(file, mapping, by, this.clock.now());
    await this.transactions.run((tx) => tx.insert(ImportRunRow, run));
    return run;
  }

  /**
   * Brings the run to its end, from the line it had reached. Each thousand records and the line they end on are one
   * transaction, so a stop at any moment loses and doubles nothing; of two processes at one run the slower one leaves it.
   */
  async run(id: string, signal: AbortSignal, progress: (line: number) => void = () => undefined): Promise<void> {
    const run = await this.dataSource.manager.findOneByOrFail(ImportRunRow, { id });
    if (run.status !== 'running') return;
    try {
      if (await this.readAll(run, signal, progress)) await this.finish(id, 'done');
    } catch (error) {
      await this.finish(id, 'failed', error instanceof DomainError ? error.words : BROKEN);
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** False when it was stopped, or when another process is ahead. */
  private async readAll(run: ImportRunRow, signal: AbortSignal, progress: (line: number) => void): Promise<boolean> {
    let reached = run.line;
    for await (const read of oneAhead(batchesOf(recordsOf(run.filePath, run.format, run.mapping)))) {
      const { upTo } = read;
      // Read before the stop; only the numbers seen had to be gathered again.
      if (upTo <= reached) continue;
      if (signal.aborted) return false;
      if (!(await this.commit(run, reached, read))) return false;
      reached = upTo;
      progress(upTo);
    }
    return true;
  }

  private commit(run: ImportRunRow, from: number, { upTo, batch, prepared }: ReadBatch): Promise<boolean> {
    const { id, startedBy } = run;
    return this.transactions.run(async (tx) => {
      const held = await tx.findOne(ImportRunRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (held?.line !== from || held.status !== 'running') return false;
      const stored = await this.store.save(tx, prepared, { by: startedBy, at: this.clock.now() }, false);
      if (batch.refusals.length > 0 && held.refused < MOST_REFUSALS)
        await tx.query(REFUSE, [id, JSON.stringify(batch.refusals)]);
      await tx.query(ADVANCE, [id, upTo, stored.added, stored.changed, stored.kept, batch.refused]);
      return true;
    });
  }

  private async finish(id: string, status: 'done' | 'failed', problem: Words | null = null): Promise<void> {
    await this.transactions.run((tx) =>
      tx.query(FINISH, [id, status, problem && JSON.stringify(problem), this.clock.now()]),
    );
  }
}

interface ReadBatch {
  /** The line on which it ends. */
  readonly upTo: number;
  readonly batch: Batch;
  readonly prepared: Prepared;
}

async function* batchesOf(records: AsyncIterable<FileRecord>): AsyncGenerator<ReadBatch> {
  const seen = new SeenNumbers();
  let read: FileRecord[] = [];
  const readBatch = (): ReadBatch => {
    const batch = batchOf(read, seen);
    return { upTo: read.at(-1)!.line, batch, prepared: prepare(batch.entries) };
  };
  for await (const record of records) {
    read.push(record);
    if (read.length < BATCH) continue;
    yield readBatch();
    read = [];
  }
  if (read.length > 0) yield readBatch();
}
