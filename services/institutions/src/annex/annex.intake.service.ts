import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { formatOf } from '../annex-file/format';
import { InstitutionService } from '../institution/institution.service';
import { openSites } from '../institution/site';
import { annexProblem, assertSound, type AnnexDetails } from './annex';
import { AnnexQueue } from './annex.queue';
import { AnnexRow } from './annex.row';

export interface AnnexFile {
  readonly name: string;
  readonly path: string;
  readonly uploaded: boolean;
}

/** Takes annexes in. */
@Injectable()
export class AnnexIntakeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionService,
    private readonly queue: AnnexQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes the annex and gives it; reading begins when those before it are done. An uploaded file is not left behind. */
  async submit(institutionId: string, file: AnnexFile, details: AnnexDetails, actor: Actor): Promise<AnnexRow> {
    try {
      const annex = await this.open(institutionId, file, details, actor);
      this.queue.add(annex.id, file.path);
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
}
