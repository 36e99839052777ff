import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate } from '@qi/kernel';
import type { By } from '@qi/contracts';
import type { Clock } from '@qi/kernel';
import { byOf, lock, OnTimer, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { annexProblem, approve, reject, type Annex, type AnnexReview } from './annex';
import { ACTIVATE_ANNEX, AnnexEffect } from './annex.effect';
import { AnnexRegister } from './annex-register';

/** Approval and rejection by an administrator of the area, and the day on which an annex takes effect. */
@Injectable()
export class AnnexService {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: AnnexRegister,
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
      const review = this.reviewBy(byOf(actor));
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
      return tx.save(Object.assign(annex, reject(annex, reason, this.reviewBy(byOf(actor)))));
    });
  }

  /** Its first day has come. */
  @OnTimer(ACTIVATE_ANNEX)
  async activate({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const annex = await this.lock(tx, id);
      if (annex.status !== 'approved' || !annex.reviewedBy) return;
      await this.effect.begin(tx, annex, this.reviewBy(annex.reviewedBy));
    });
  }

  private async lockForReview(tx: EntityManager, id: string, actor: Actor): Promise<Annex> {
    const annex = await this.lock(tx, id);
    if (await this.register.providers.mayReview(annex.providerId, actor, tx)) return annex;
    throw annexProblem['not-found']({ id });
  }

  private lock(tx: EntityManager, id: string): Promise<Annex> {
    return lock<Annex>(tx, this.register.Row, { id }, annexProblem['not-found']({ id }));
  }

  private reviewBy(by: By): AnnexReview {
    const at = this.clock.now();
    return { by, at, today: toBusinessDate(at) };
  }
}
