import { Injectable } from '@nestjs/common';
import { fromBusinessDate } from '@qi/kernel';
import { Timers } from '@qi/platform';
import { Accreditations } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { TakeoverService } from '../capability/takeover.service';
import { sitesOf, type Annex } from './annex';
import { AnnexRow } from './annex.row';
import { AnnexStore } from './annex.store';

export const ACTIVATE_ANNEX = 'activate-annex';

/** What an approved annex does to the register, within the transaction of its approval or of its first day. */
@Injectable()
export class AnnexEffect {
  constructor(
    private readonly store: AnnexStore,
    private readonly takeover: TakeoverService,
    private readonly timers: Timers,
    private readonly accreditations: Accreditations,
  ) {}

  /** Compares again when the register is no longer what was compared; says whether it did. */
  async comparedAgain(tx: EntityManager, annex: AnnexRow): Promise<boolean> {
    if (annex.registerState === (await this.store.stateOf(tx, annex))) return false;
    await tx.save(Object.assign(annex, await this.store.compare(tx, annex)));
    return true;
  }

  /** What is gone gets its last day and what is added its first at once; what is changed changes on the first day. */
  async announce(tx: EntityManager, annex: AnnexRow, today: string): Promise<void> {
    const { id, instituteId, validFrom, certNo, fileName } = annex;
    for await (const rows of this.store.linesOf(tx, id, 'gone')) {
      const ids = rows.flatMap(({ capabilityId }) => capabilityId ?? []);
      await this.takeover.finish(tx, ids, validFrom, `${certNo} ${fileName}`);
    }
    for await (const rows of this.store.linesOf(tx, id, 'added')) {
      const details = rows.map((row) => row.details);
      await this.takeover.add(tx, instituteId, details);
    }
    if (validFrom <= today) await this.begin(tx, annex);
    else await this.timers.schedule(tx, timerOf(annex));
  }

  /** Older annexes of these sites are over. */
  async begin(tx: EntityManager, annex: AnnexRow): Promise<void> {
    for await (const rows of this.store.linesOf(tx, annex.id, 'changed'))
      await this.takeover.change(tx, new Map(rows.map(({ capabilityId, details }) => [capabilityId ?? '', details])));
    await tx.save(Object.assign(annex, { status: 'active' as const }));
    await this.tellJobs(tx, annex);
    const older = await tx.findBy(AnnexRow, { instituteId: annex.instituteId, status: 'active' });
    const covered = new Set(sitesOf(annex));
    const over = older.filter((other) => other.id !== annex.id && sitesOf(other).every((site) => covered.has(site)));
    await tx.save(over.map((other) => Object.assign(other, { status: 'superseded' as const })));
  }

  /** Open jobs are judged again where something was lost, paused ones where something was gained. */
  private async tellJobs(tx: EntityManager, annex: Annex): Promise<void> {
    const { instituteId: providerId, certNo, validFrom: affectedFrom, added, changed, gone } = annex;
    const cause = {
      zh: `证书 ${certNo} 的新附表生效，部分校准能力不再列入或已变更`,
      en: `the new annex of certificate ${certNo} took effect and no longer lists, or changes, part of the capabilities`,
    };
    if (gone + changed > 0) await this.accreditations.lost(tx, { providerId, kind: 'expired', cause, affectedFrom });
    if (added + changed > 0) await this.accreditations.restored(tx, providerId);
  }
}

function timerOf({ id, validFrom }: Annex) {
  return { key: `${ACTIVATE_ANNEX}:${id}`, task: ACTIVATE_ANNEX, payload: { id }, at: fromBusinessDate(validFrom) };
}
