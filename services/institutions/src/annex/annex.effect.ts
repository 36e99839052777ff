import { Inject, Injectable } from '@nestjs/common';
import { fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { Timers } from '@qi/platform';
import { Accreditations } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import type { Revision } from '../scope-line/scope-line';
import { TakeoverService } from '../scope-line/takeover.service';
import { activate, sitesOf, type Annex, type AnnexChange } from './annex';
import { AnnexComparison } from './annex.comparison';
import { AnnexRow } from './annex.row';
import { AnnexLineStore } from './annex-line.store';

export const ACTIVATE_ANNEX = 'activate-annex';

/** What an approved annex does to the register, within the transaction of its approval or of its first day. */
@Injectable()
export class AnnexEffect {
  @Inject(Accreditations) private readonly accreditations: Accreditations;

  constructor(
    private readonly lines: AnnexLineStore,
    private readonly comparison: AnnexComparison,
    private readonly takeover: TakeoverService,
    private readonly timers: Timers,
  ) {}

  /** Compares again when the register is no longer what was compared; says whether it did. */
  async comparedAgain(tx: EntityManager, annex: AnnexRow): Promise<boolean> {
    if (annex.registerState === (await this.comparison.stateOf(tx, annex))) return false;
    await tx.save(Object.assign(annex, await this.comparison.run(tx, annex)));
    return true;
  }

  /**
   * What is gone gets its last day and what is added its first at once, so that a task planned for later is routed by the
   * new annex; what is changed changes on the first day, which may be today.
   */
  async announce(tx: EntityManager, annex: AnnexRow, revision: Revision): Promise<void> {
    const { id, validFrom, certNo, fileName } = annex;
    for await (const ids of this.lines.goneOf(tx, id))
      await this.takeover.end(tx, ids, { from: validFrom, why: `${certNo} ${fileName}` }, revision);
    await this.enter(tx, annex, ['added'], revision);
    if (validFrom <= toBusinessDate(revision.at)) await this.begin(tx, annex, revision);
    else await this.timers.schedule(tx, timerOf(annex));
  }

  /** All lines once more, for what was held at approval may have ended since. Older annexes of these sites are over. */
  async begin(tx: EntityManager, annex: AnnexRow, revision: Revision): Promise<void> {
    await this.enter(tx, annex, ['added', 'changed', 'kept'], revision);
    await tx.save(Object.assign(annex, activate(annex, revision.at)));
    await this.tellJobs(tx, annex);
    if (annex.extent === 'extension') return;
    const { id, institutionId, scheme } = annex;
    const older = await tx.findBy(AnnexRow, { institutionId, scheme, status: 'active' });
    const { open, covered } = await this.comparison.sitesOf(tx, annex);
    const over = older.filter(
      (other) => other.id !== id && sitesOf(other, open).every((site) => covered.includes(site)),
    );
    await tx.save(over.map((other) => Object.assign(other, { status: 'superseded' as const })));
  }

  /** Open jobs are judged again where something was lost, paused ones where something was gained. */
  private async tellJobs(tx: EntityManager, annex: Annex): Promise<void> {
    const { institutionId: providerId, scheme, certNo, validFrom: affectedFrom, added, changed, gone } = annex;
    const cause = {
      zh: `${scheme} 证书 ${certNo} 的新附表生效，部分能力不再列入或已变更`,
      en: `the new annex of the ${scheme} certificate ${certNo} took effect and no longer lists, or changes, part of the scope`,
    };
    if (gone + changed > 0) await this.accreditations.lost(tx, { providerId, kind: 'expired', cause, affectedFrom });
    if (added + changed > 0) await this.accreditations.restored(tx, providerId);
  }

  private async enter(tx: EntityManager, annex: Annex, changes: AnnexChange[], revision: Revision): Promise<void> {
    for await (const { wanted } of this.lines.linesOf(tx, annex, revision, changes))
      await this.takeover.enter(tx, wanted, revision);
  }
}

function timerOf({ id, validFrom }: Annex) {
  return { key: `${ACTIVATE_ANNEX}:${id}`, task: ACTIVATE_ANNEX, payload: { id }, at: fromBusinessDate(validFrom) };
}
