import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, SERVICE_CONFIG, Transactions } from '@qi/platform';
import type { Actor, ServiceConfig } from '@qi/platform';
import { DataSource } from 'typeorm';
import { formatOf } from '../annex-file/format';
import { InstitutionService } from '../institution/institution.service';
import { openSites } from '../institution/site';
import { annexProblem, assertSound, type AnnexDetails } from './annex';
import { annexFolder } from './annex.folder';
import { AnnexRow } from './annex.row';
import { AnnexRunner } from './annex.runner';

export interface AnnexFile {
  readonly name: string;
  readonly path: string;
  readonly uploaded: boolean;
}

/** Takes annexes in. They are read beside the requests, one after the other, and reading goes on after a restart. */
@Injectable()
export class AnnexIntakeService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Annex');
  private readonly stopping = new AbortController();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionService,
    private readonly runner: AnnexRunner,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await mkdir(annexFolder(this.config), { recursive: true });
    const open = await this.dataSource.manager.find(AnnexRow, {
      where: { status: 'reading' },
      order: { submittedAt: 'asc' },
    });
    // A file that is not here was given to another process or to the command line, which goes on with it.
    for (const { id, filePath, uploaded } of open) if (uploaded && existsSync(filePath)) this.enqueue(id, filePath);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** Notes the annex and gives it; reading begins when those before it are done. An uploaded file is not left behind. */
  async submit(institutionId: string, file: AnnexFile, details: AnnexDetails, actor: Actor): Promise<AnnexRow> {
    try {
      const annex = await this.open(institutionId, file, details, actor);
      this.enqueue(annex.id, file.path);
      return annex;
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  }

  /** Notes the annex, to be read by whoever asks the runner to. */
  open(institutionId: string, file: AnnexFile, details: AnnexDetails, actor: Actor): Promise<AnnexRow> {
    return this.transactions.run(async (tx) => {
      const { sites } = await this.institutions.getEditable(institutionId, actor, tx);
      const format = formatOf(file.name);
      if (!format) throw annexProblem.format({ name: file.name });
      const open = openSites(sites);
      const single = open.length === 1 && Object.keys(details.places).length === 0 ? open[0]!.id : null;
      const own = { ...details, onlySite: details.onlySite ?? single };
      assertSound(own, sites);
      const annex = Object.assign(new AnnexRow(), {
        ...{ id: newId(), institutionId, ...own, format },
        ...{ fileName: file.name, filePath: file.path, uploaded: file.uploaded, status: 'reading' as const, line: 0 },
        ...{ refused: 0, added: 0, changed: 0, kept: 0, gone: 0, registerState: null, problem: null, reason: null },
        ...{ submittedBy: byOf(actor), submittedAt: this.clock.now() },
        ...{ reviewedBy: null, reviewedAt: null, activatedAt: null },
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
