import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, SERVICE_CONFIG, Transactions } from '@qi/platform';
import type { Actor, ServiceConfig } from '@qi/platform';
import { DataSource } from 'typeorm';
import { InstituteService } from '../institute/institute.service';
import { assertSound, formatOf, type AnnexDetails } from './annex';
import { annexFolder } from './annex.folder';
import { AnnexRow } from './annex.row';
import { AnnexRunner } from './annex.runner';

/** Takes annexes in. They are read beside the requests, one after the other, and reading goes on after a restart. */
@Injectable()
export class AnnexIntakeService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Annex');
  private readonly stopping = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly institutes: InstituteService,
    private readonly runner: AnnexRunner,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(annexFolder(this.config), { recursive: true });
    const where = { status: 'reading' } as const;
    const open = await this.dataSource.manager.find(AnnexRow, { where, order: { submittedAt: 'asc' } });
    // A file that is not here was given to another process, which goes on with it.
    for (const { id, filePath } of open) if (existsSync(filePath)) this.enqueue(id, filePath);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** Notes the annex and gives it; reading begins when those before it are done. A refused file is not left behind. */
  async submit(
    instituteId: string,
    file: { readonly name: string; readonly path: string },
    details: AnnexDetails,
    actor: Actor,
  ): Promise<AnnexRow> {
    try {
      const annex = await this.open(instituteId, file, details, actor);
      this.enqueue(annex.id, file.path);
      return annex;
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  }

  private open(
    instituteId: string,
    { name, path }: { readonly name: string; readonly path: string },
    details: AnnexDetails,
    actor: Actor,
  ): Promise<AnnexRow> {
    return this.transactions.run(async (tx) => {
      const { sites } = await this.institutes.getEditable(instituteId, actor, tx);
      const open = sites.filter((site) => site.open);
      const single = open.length === 1 && Object.keys(details.places).length === 0 ? open[0]!.id : null;
      const own = { ...details, onlySite: details.onlySite ?? single };
      assertSound(own, open);
      const annex = Object.assign(new AnnexRow(), {
        ...{ id: newId(), instituteId, ...own, format: formatOf(name), fileName: name, filePath: path },
        ...{ status: 'reading' as const, line: 0, refused: 0, added: 0, changed: 0, kept: 0, gone: 0 },
        ...{ registerState: null, problem: null, reason: null, reviewedBy: null, reviewedAt: null },
        ...{ submittedBy: byOf(actor), submittedAt: this.clock.now() },
      });
      await tx.insert(AnnexRow, annex);
      return annex;
    });
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
