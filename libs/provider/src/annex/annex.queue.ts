import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SERVICE_CONFIG, SERVICE_NAME } from '@qi/platform';
import type { ServiceConfig } from '@qi/platform';
import { AnnexRunner } from './annex.runner';

/** Where uploaded annexes wait to be read. */
export function annexFolder({ dataDir }: Pick<ServiceConfig, 'dataDir'>, service: string): string {
  return join(dataDir, `${service}-annexes`);
}

/** Uploaded annexes are read beside the requests, one after the other, and reading goes on after a restart. */
@Injectable()
export class AnnexQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Annex');
  private readonly stopping = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: AnnexRunner,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(annexFolder(this.config, this.service), { recursive: true });
    // A file that is not here was given to another process, which goes on with it.
    for (const { id, filePath } of await this.runner.unread()) if (existsSync(filePath)) this.add(id, filePath);
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
