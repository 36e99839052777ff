import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { byOf, decodeCursor, pageOf, SERVICE_CONFIG } from '@qi/platform';
import type { Actor, Page, PageQuery, ServiceConfig } from '@qi/platform';
import type { Refusal } from './batch';
import { DataSource } from 'typeorm';
import { importFolder } from './import.folder';
import { ImportRunner } from './import.runner';
import { ImportRunRow, type ImportFile } from './import-run.row';
import type { Mapping } from './sheet-record';
import { importProblem } from './import-problem';

/** Imports run beside the requests, one after the other, and go on after a restart. */
@Injectable()
export class ImportService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Import');
  private readonly stopping = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: ImportRunner,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(importFolder(this.config), { recursive: true });
    const open = await this.dataSource.manager.find(ImportRunRow, {
      where: { status: 'running' },
      order: { startedAt: 'asc' },
    });
    // A file that is not here was given to another process or to the command line, which goes on with it.
    for (const { id, filePath, uploaded } of open) if (uploaded && existsSync(filePath)) this.enqueue(id, filePath);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** Notes the run and gives it; the work begins when those before it are done. */
  async start(file: ImportFile, mapping: Mapping, actor: Actor): Promise<ImportRunRow> {
    const run = await this.runner.open(file, mapping, byOf(actor));
    this.enqueue(run.id, file.path);
    return run;
  }

  async get(id: string): Promise<ImportRunRow> {
    const run = await this.dataSource.manager.findOneBy(ImportRunRow, { id });
    if (!run) throw importProblem['not-found']();
    return run;
  }

  list({ limit, after }: PageQuery): Promise<Page<ImportRunRow>> {
    const query = this.dataSource.manager.createQueryBuilder(ImportRunRow, 'run').orderBy('run.id', 'DESC');
    if (after) query.where('run.id < :after', { after: decodeCursor(after, 'id')[0] });
    return query
      .take(limit + 1)
      .getMany()
      .then((rows) => pageOf(rows, limit, ({ id }) => [id]));
  }

  /** In the order of the file. */
  async refusals(id: string, { limit, after }: PageQuery): Promise<Page<Refusal>> {
    await this.get(id);
    const from = after ? decodeCursor(after, 'number', 'text', 'text') : ['0', '', ''];
    const rows = await this.dataSource.query<Refusal[]>(
      `select line, field, value, words from import_refusal
       where run_id = $1 and (line, field, value) > ($2, $3, $4) order by line, field, value limit $5`,
      [id, ...from, limit + 1],
    );
    return pageOf(rows, limit, ({ line, field, value }) => [String(line), field, value]);
  }

  private enqueue(id: string, path: string): void {
    this.queue = this.queue
      .then(() => this.runner.run(id, this.stopping.signal))
      .then(async () => {
        if (!this.stopping.signal.aborted) await rm(path, { force: true });
      })
      .catch((error: unknown) => this.logger.error(error));
  }
}
