import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, lock, OnTimer, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstituteService } from '../institute/institute.service';
import { annexProblem, approve, reject, type Annex } from './annex';
import { ACTIVATE_ANNEX, AnnexEffect } from './annex.effect';
import { AnnexRow } from './annex.row';

/** Approval and rejection by an administrator of the area, and the day on which an annex takes effect. */
@Injectable()
export class AnnexService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutes: InstituteService,
    private readonly effect: AnnexEffect,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Approves the differences as they were shown. Throws `annex/register-changed` when the register is no longer what was
   * compared: by then it was compared again.
   */
  async approve(id: string, acceptRefusals: boolean, actor: Actor): Promise<Annex> {
    const approved = await this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      const at = this.clock.now();
      const today = toBusinessDate(at);
      const next = approve(annex, acceptRefusals, today, { by: byOf(actor), at });
      if (await this.effect.comparedAgain(tx, annex)) return undefined;
      await tx.save(Object.assign(annex, next));
      await this.effect.announce(tx, annex, today);
      return annex;
    });
    if (!approved) throw annexProblem['register-changed']();
    return approved;
  }

  reject(id: string, reason: string, actor: Actor): Promise<Annex> {
    return this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      return tx.save(Object.assign(annex, reject(annex, reason, { by: byOf(actor), at: this.clock.now() })));
    });
  }

  /** Its first day has come. */
  @OnTimer(ACTIVATE_ANNEX)
  async activate({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const annex = await lock(tx, AnnexRow, { id }, annexProblem['not-found']({ id }));
      if (annex.status === 'approved') await this.effect.begin(tx, annex);
    });
  }

  private async lockForReview(tx: EntityManager, id: string, actor: Actor): Promise<AnnexRow> {
    const missing = annexProblem['not-found']({ id });
    const annex = await lock(tx, AnnexRow, { id }, missing);
    if (!(await this.institutes.mayReview(annex.instituteId, actor, tx))) throw missing;
    return annex;
  }
}
