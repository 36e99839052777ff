import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, lock, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { TakeoverService } from '../capability/takeover.service';
import { InstituteService } from '../institute/institute.service';
import { annexProblem, approve, reject, sitesOf, type Annex } from './annex';
import { AnnexRow } from './annex.row';
import { AnnexStore } from './annex.store';

const ACTIVATE = 'activate-annex';

/** Approval, rejection and the day on which an annex takes effect. */
@Injectable()
export class AnnexService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutes: InstituteService,
    private readonly store: AnnexStore,
    private readonly takeover: TakeoverService,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Approves the differences as they were shown. What is gone gets its last day and what is added its first at once; what
   * is changed changes on the first day. Throws `annex/register-changed` when the register is no longer what was compared.
   */
  async approve(id: string, acceptRefusals: boolean, actor: Actor): Promise<Annex> {
    const approved = await this.transactions.run(async (tx) => {
      const annex = await this.lockForReview(tx, id, actor);
      const at = this.clock.now();
      const today = toBusinessDate(at);
      const next = approve(annex, acceptRefusals, today, { by: byOf(actor), at });
      if (annex.registerState !== (await this.store.stateOf(tx, annex))) {
        await tx.save(Object.assign(annex, await this.store.compare(tx, annex)));
        return undefined;
      }
      await tx.save(Object.assign(annex, next));
      await this.announce(tx, annex);
      if (annex.validFrom <= today) await this.takeEffect(tx, annex);
      else await this.timers.schedule(tx, timerOf(annex));
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
  @OnTimer(ACTIVATE)
  async activate({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const annex = await lock(tx, AnnexRow, { id }, annexProblem['not-found']({ id }));
      if (annex.status === 'approved') await this.takeEffect(tx, annex);
    });
  }

  private async announce(tx: EntityManager, annex: Annex): Promise<void> {
    const { id, instituteId, validFrom, certNo, fileName } = annex;
    for await (const rows of this.store.linesOf(tx, id, 'gone'))
      await this.takeover.finish(
        tx,
        rows.flatMap(({ capabilityId }) => capabilityId ?? []),
        validFrom,
        `${certNo} ${fileName}`,
      );
    for await (const rows of this.store.linesOf(tx, id, 'added'))
      await this.takeover.add(
        tx,
        instituteId,
        rows.map(({ details }) => details),
      );
  }

  /** Older annexes of these sites are over. */
  private async takeEffect(tx: EntityManager, annex: AnnexRow): Promise<void> {
    for await (const rows of this.store.linesOf(tx, annex.id, 'changed'))
      await this.takeover.change(tx, new Map(rows.map(({ capabilityId, details }) => [capabilityId ?? '', details])));
    await tx.save(Object.assign(annex, { status: 'active' as const }));
    const older = await tx.findBy(AnnexRow, { instituteId: annex.instituteId, status: 'active' });
    const covered = new Set(sitesOf(annex));
    const over = older.filter((other) => other.id !== annex.id && sitesOf(other).every((site) => covered.has(site)));
    await tx.save(over.map((other) => Object.assign(other, { status: 'superseded' as const })));
  }

  private async lockForReview(tx: EntityManager, id: string, actor: Actor): Promise<AnnexRow> {
    const missing = annexProblem['not-found']({ id });
    const annex = await lock(tx, AnnexRow, { id }, missing);
    if (!(await this.institutes.mayReview(annex.instituteId, actor, tx))) throw missing;
    return annex;
  }
}

function timerOf({ id, validFrom }: Annex) {
  return { key: `${ACTIVATE}:${id}`, task: ACTIVATE, payload: { id }, at: fromBusinessDate(validFrom) };
}
