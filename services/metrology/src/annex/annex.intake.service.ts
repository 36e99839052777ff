import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { InstituteService } from '../institute/institute.service';
import { assertSound, formatOf, type AnnexDetails } from './annex';
import { AnnexQueue } from './annex.queue';
import { AnnexRow } from './annex.row';

/** Takes annexes in. */
@Injectable()
export class AnnexIntakeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutes: InstituteService,
    private readonly queue: AnnexQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes the annex and gives it; reading begins when those before it are done. A refused file is not left behind. */
  async submit(
    instituteId: string,
    file: { readonly name: string; readonly path: string },
    details: AnnexDetails,
    actor: Actor,
  ): Promise<AnnexRow> {
    try {
      const annex = await this.open(instituteId, file, details, actor);
      this.queue.add(annex.id, file.path);
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
}
