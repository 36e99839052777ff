import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, lock, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { openSites } from '../institution/site';
import type { Revision } from '../scope-line/scope-line';
import { TakeoverService } from '../scope-line/takeover.service';
import { activate, annexProblem, approve, reject, sitesOf, type Annex, type AnnexChange } from './annex';
import { AnnexComparison } from './annex.comparison';
import { AnnexRow } from './annex.row';
import { AnnexLineStore } from './annex-line.store';

const ACTIVATE = 'activate-annex';

/** Approval, rejection and the day on which an annex takes effect. */
@Injectable()
export class AnnexService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionService,
    private readonly lines: AnnexLineStore,
    private readonly comparison: AnnexComparison,
    private readonly takeover: TakeoverService,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Approves the differences as they were shown, by an administrator of the area. What is gone gets its last day and what
   * is added its first at once, so that a task planned for later is routed by the new annex; what is changed changes on
   * the first day. Throws `annex/register-changed` when the register is no longer what was compared.
   */
  async approve(id: string, acceptRefusals: boolean, actor: Actor): Promise<Annex> {
    const approved = await this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      const at = this.clock.now();
      const review = { by: byOf(actor), at, today: toBusinessDate(at) };
      const next = approve(annex, acceptRefusals, review);
      if (annex.registerState !== (await this.comparison.stateOf(tx, annex)))
        return this.compareAgain(tx, annex, review);
      await tx.save(Object.assign(annex, next));
      await this.announce(tx, annex, review);
      if (annex.validFrom <= review.today) await this.takeEffect(tx, annex, review);
      else await this.timers.schedule(tx, timerOf(annex));
      return annex;
    });
    if (!approved) throw annexProblem['register-changed']();
    return approved;
  }

  reject(id: string, reason: string, actor: Actor): Promise<Annex> {
    return this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      const at = this.clock.now();
      return tx.save(Object.assign(annex, reject(annex, reason, { by: byOf(actor), at, today: toBusinessDate(at) })));
    });
  }

  /** Its first day has come. */
  @OnTimer(ACTIVATE)
  async activate({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const annex = await lock(tx, AnnexRow, { id }, annexProblem['not-found']({ id }));
      if (annex.status !== 'approved' || !annex.reviewedBy) return;
      await this.takeEffect(tx, annex, { by: annex.reviewedBy, at: this.clock.now() });
    });
  }

  private async compareAgain(tx: EntityManager, annex: AnnexRow, revision: Revision): Promise<undefined> {
    const { sites } = await this.institutions.getById(annex.institutionId, tx);
    const result = await this.comparison.run(tx, annex, sitesOf(annex, openSites(sites)), revision);
    await tx.save(Object.assign(annex, result));
  }

  private async announce(tx: EntityManager, annex: Annex, revision: Revision): Promise<void> {
    for await (const ids of this.lines.goneOf(tx, annex.id))
      await this.takeover.end(tx, ids, { from: annex.validFrom, why: `${annex.certNo} ${annex.fileName}` }, revision);
    await this.enter(tx, annex, ['added'], revision);
  }

  /** All lines once more, for what was held at approval may have ended since. Older annexes of these sites are over. */
  private async takeEffect(tx: EntityManager, annex: AnnexRow, revision: Revision): Promise<void> {
    await this.enter(tx, annex, ['added', 'changed', 'kept'], revision);
    await tx.save(Object.assign(annex, activate(annex, revision.at)));
    if (annex.extent === 'extension') return;
    const { id, institutionId, scheme } = annex;
    const older = await tx.findBy(AnnexRow, { institutionId, scheme, status: 'active' });
    const { sites } = await this.institutions.getById(institutionId, tx);
    const covered = new Set(sitesOf(annex, sites));
    const over = older.filter((other) => other.id !== id && sitesOf(other, sites).every((site) => covered.has(site)));
    await tx.save(over.map((other) => Object.assign(other, { status: 'superseded' as const })));
  }

  private async enter(tx: EntityManager, annex: Annex, changes: AnnexChange[], revision: Revision): Promise<void> {
    for await (const { wanted } of this.lines.linesOf(tx, annex, revision, changes))
      await this.takeover.enter(tx, wanted, revision);
  }

  private async lockForReview(tx: EntityManager, id: string, actor: Actor): Promise<AnnexRow> {
    const missing = annexProblem['not-found']({ id });
    const annex = await lock(tx, AnnexRow, { id }, missing);
    if (!(await this.institutions.mayReview(annex.institutionId, actor, tx))) throw missing;
    return annex;
  }
}

function timerOf({ id, validFrom }: Annex) {
  return { key: `${ACTIVATE}:${id}`, task: ACTIVATE, payload: { id }, at: fromBusinessDate(validFrom) };
}
