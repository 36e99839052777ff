import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { annexProblem, assertSound, formatOf } from './annex';
import type { Annex, AnnexDetails } from './annex';
import { AnnexQueue } from './annex.queue';
import { AnnexRegister } from './annex-register';

export interface AnnexUpload {
  readonly originalname: string;
  readonly path: string;
}

/** Takes annexes in. */
@Injectable()
export class AnnexIntakeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: AnnexRegister,
    private readonly queue: AnnexQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes the annex and gives it; reading begins when those before it are done. A refused file is not left behind. */
  async submit(providerId: string, file: AnnexUpload | undefined, details: AnnexDetails, actor: Actor): Promise<Annex> {
    if (!file) throw annexProblem['no-file']();
    try {
      const annex = await this.open(providerId, file, details, actor);
      this.queue.add(annex.id, file.path);
      return annex;
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  }

  /** Notes the annex, to be read by whoever asks the runner to. */
  open(providerId: string, file: AnnexUpload, details: AnnexDetails, actor: Actor): Promise<Annex> {
    return this.transactions.run(async (tx) => {
      const { sites } = await this.register.providers.getEditable(providerId, actor, tx);
      const open = sites.filter((site) => site.open);
      const single = open.length === 1 && Object.keys(details.places).length === 0 ? open[0]!.id : null;
      const own = { ...details, onlySite: details.onlySite ?? single };
      const format = formatOf(file.originalname);
      assertSound(own, open);
      this.register.assertSound(own);
      const annex = Object.assign(new this.register.Row(), {
        ...{ id: newId(), providerId, ...own, format, fileName: file.originalname, filePath: file.path },
        ...{ submittedBy: byOf(actor), submittedAt: this.clock.now() },
      });
      await tx.insert<Annex>(this.register.Row, annex);
      return annex;
    });
  }
}
