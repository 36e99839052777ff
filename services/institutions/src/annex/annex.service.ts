import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, lock, OnTimer, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { annexProblem, approve, reject, type Annex, type Review } from './annex';
import { ACTIVATE_ANNEX, AnnexEffect } from './annex.effect';
import { AnnexRow } from './annex.row';

/** Approval and rejection by an administrator of the area, and the day on which an annex takes effect. */
@Injectable()
export class AnnexService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionService,
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
      const review = this.reviewBy(actor);
      const next = approve(annex, acceptRefusals, review);
      if (await this.effect.comparedAgain(tx, annex)) return undefined;
      await tx.save(Object.assign(annex, next));
      await this.effect.announce(tx, annex, review);
      return annex;
    });
    if (!approved) throw annexProblem['register-changed']();
    return approved;
  }

  reject(id: string, reason: string, actor: Actor): Promise<Annex> {
    return this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      return tx.save(Object.assign(annex, reject(annex, reason, this.reviewBy(actor))));
    });
  }

  /** Its first day has come. */
  @OnTimer(ACTIVATE_ANNEX)
  async activate({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const annex = await lock(tx, AnnexRow, { id }, annexProblem['not-found']({ id }));
      if (annex.status !== 'approved' || !annex.reviewedBy) return;
      await this.effect.begin(tx, annex, { by: annex.reviewedBy, at: this.clock.now() });
    });
  }

  private async lockForReview(tx: EntityManager, id: string, actor: Actor): Promise<AnnexRow> {
    const missing = annexProblem['not-found']({ id });
    const annex = await lock(tx, AnnexRow, { id }, missing);
    if (!(await this.institutions.mayReview(annex.institutionId, actor, tx))) throw missing;
    return annex;
  }

  private reviewBy(actor: Actor): Review {
    const at = this.clock.now();
    return { by: byOf(actor), at, today: toBusinessDate(at) };
  }
}
