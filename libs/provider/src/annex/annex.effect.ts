import { Injectable } from '@nestjs/common';
import { fromBusinessDate } from '@qi/kernel';
import { Timers } from '@qi/platform';
import { Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Accreditations } from '../accreditation/accreditation.service';
import { activate, type Annex, type AnnexReview } from './annex';
import { AnnexRegister } from './annex-register';
import { AnnexStore } from './annex.store';

export const ACTIVATE_ANNEX = 'activate-annex';

/** What an approved annex does to the register, within the transaction of its approval or of its first day. */
@Injectable()
export class AnnexEffect {
  constructor(
    private readonly register: AnnexRegister,
    private readonly store: AnnexStore,
    private readonly timers: Timers,
    private readonly accreditations: Accreditations,
  ) {}

  /** Compares again when the register is no longer what was compared; says whether it did. */
  async comparedAgain(tx: EntityManager, annex: Annex): Promise<boolean> {
    if (annex.registerState === (await this.register.stateOf(tx, annex))) return false;
    await tx.save(Object.assign(annex, await this.store.compare(tx, annex)));
    return true;
  }

  /**
   * What is gone gets its last day and what is added its first at once, so that a task planned for later is routed by the
   * new annex; what is changed changes on the first day, which may be today.
   */
  async announce(tx: EntityManager, annex: Annex, review: AnnexReview): Promise<void> {
    await this.register.announce(tx, annex, review);
    if (annex.validFrom <= review.today) await this.begin(tx, annex, review);
    else await this.timers.schedule(tx, timerOf(annex));
  }

  /** Older annexes of these sites are over. */
  async begin(tx: EntityManager, annex: Annex, review: AnnexReview): Promise<void> {
    await this.register.begin(tx, annex, review);
    await tx.save(Object.assign(annex, activate(annex)));
    await this.tellJobs(tx, annex);
    const covered = await this.register.sitesOf(tx, annex);
    const { Row } = this.register;
    const { id, providerId } = annex;
    for (const older of await tx.findBy<Annex>(Row, { providerId, status: 'active', id: Not(id) })) {
      const sites = this.register.replaces(annex, older) ? await this.register.sitesOf(tx, older) : null;
      if (sites?.every((site) => covered.includes(site))) await tx.update<Annex>(Row, { id: older.id }, OVER);
    }
  }

  /** Open jobs are judged again where something was lost, paused ones where something was gained. */
  private async tellJobs(tx: EntityManager, annex: Annex): Promise<void> {
    const { providerId, validFrom: affectedFrom, added, changed, gone } = annex;
    const cause = this.register.causeOf(annex);
    if (gone + changed > 0) await this.accreditations.lost(tx, { providerId, kind: 'expired', cause, affectedFrom });
    if (added + changed > 0) await this.accreditations.restored(tx, providerId);
  }
}

const OVER = { status: 'superseded' } as const;

function timerOf({ id, validFrom }: Annex) {
  return { key: `${ACTIVATE_ANNEX}:${id}`, task: ACTIVATE_ANNEX, payload: { id }, at: fromBusinessDate(validFrom) };
}
