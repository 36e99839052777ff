import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import type { ServiceConfig } from '@qi/platform';
import { DataSource } from 'typeorm';
import { annexFolder } from './annex.folder';
import { AnnexRow } from './annex.row';
import { AnnexRunner } from './annex.runner';

/** Uploaded annexes are read beside the requests, one after the other, and reading goes on after a restart. */
@Injectable()
export class AnnexQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Annex');
  private readonly stopping = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: AnnexRunner,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(annexFolder(this.config), { recursive: true });
    const where = { status: 'reading', uploaded: true } as const;
    const open = await this.dataSource.manager.find(AnnexRow, { where, order: { submittedAt: 'asc' } });
    // A file that is not here was given to another process, which goes on with it.
    for (const { id, filePath } of open) if (existsSync(filePath)) this.add(id, filePath);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** The file goes when it has been read. */
  add(id: string, path: string): void {
    this.queue = this.queue
      .then(() => this.runner.run(id, this.stopping.signal))
      .then(async () => {
        if (!this.stopping.signal.aborted) await rm(path, { force: true });
      })
      .catch((error: unknown) => this.logger.error(error));
  }
}
