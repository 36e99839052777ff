import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { assertVersion, lock, OnTimer, Timers, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import {
  activate,
  causeOf,
  expire,
  isOver,
  prolong,
  qualificationProblem,
  record,
  suspend,
  withdraw,
} from './qualification';
import type { Qualification, QualificationDraft } from './qualification';
import { QualificationRow } from './qualification.row';

export type NewQualification = Omit<QualificationDraft, 'id' | 'institutionId'>;
const EXPIRE = 'expire-qualification';

type Rule = (qualification: Qualification, now: Date) => Partial<Qualification>;

@Injectable()
export class QualificationService {
  @Inject(Accreditations) private readonly accreditations: Accreditations;

  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
    private readonly institutions: InstitutionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Entered by the institution or an administrator; it counts once an administrator has activated it. */
  record(institutionId: string, details: NewQualification, actor: Actor): Promise<Qualification> {
    const qualification = record({ ...details, id: newId(), institutionId }, this.clock.now());
    return this.transactions.run(async (tx) => {
      await this.institutions.getEditable(institutionId, actor, tx);
      await insert(tx, qualification);
      return qualification;
    });
  }

  list(institutionId: string, actor: Actor): Promise<Qualification[]> {
    return this.transactions.run(async (tx) => {
      await this.institutions.getReadable(institutionId, actor, tx);
      return tx.find(QualificationRow, { where: { institutionId }, order: { id: 'asc' } });
    });
  }

  activate(id: string, actor: Actor): Promise<Qualification> {
    return this.review(id, actor, (it, now) => activate(it, toBusinessDate(now), now));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<Qualification> {
    return this.review(id, actor, (it, now) => suspend(it, reason, now));
  }

  withdraw(id: string, reason: string, actor: Actor): Promise<Qualification> {
    return this.review(id, actor, (it, now) => withdraw(it, reason, now));
  }

  prolong(id: string, version: number, validTo: string, actor: Actor): Promise<Qualification> {
    return this.review(id, actor, (it, now) => {
      assertVersion(it, version);
      return prolong(it, validTo, now);
    });
  }

  /** Its last day has passed, unless it was prolonged meanwhile. */
  @OnTimer(EXPIRE)
  async expireEnded({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await lock(tx, QualificationRow, { id }, qualificationProblem['not-found']({ id }));
      const now = this.clock.now();
      if (!isOver(row, toBusinessDate(now))) return;
      await this.follow(tx, await tx.save(Object.assign(row, expire(row, now))), addDays(row.validTo, 1));
    });
  }

  /** Jobs and reports that rest on the certificate. */
  private follow(tx: EntityManager, qualification: Qualification, affectedFrom?: string): Promise<void> {
    const { institutionId: providerId, status } = qualification;
    const cause = causeOf(qualification);
    return this.accreditations.moved(tx, status, { providerId, cause, ...(affectedFrom && { affectedFrom }) });
  }

  private review(id: string, actor: Actor, rule: Rule): Promise<Qualification> {
    return this.transactions.run(async (tx) => {
      const missing = qualificationProblem['not-found']({ id });
      const row = await lock(tx, QualificationRow, { id }, missing);
      if (!(await this.institutions.mayReview(row.institutionId, actor, tx))) throw missing;
      const before = row.status;
      const saved = await tx.save(Object.assign(row, rule(row, this.clock.now())));
      if (saved.status !== before) await this.follow(tx, saved);
      const at = fromBusinessDate(addDays(saved.validTo, 1));
      await this.timers.schedule(tx, { key: `${EXPIRE}:${id}`, task: EXPIRE, payload: { id }, at });
      return saved;
    });
  }
}

async function insert(tx: EntityManager, qualification: Qualification): Promise<void> {
  const row = Object.assign(new QualificationRow(), qualification);
  const query = tx.createQueryBuilder().insert().into(QualificationRow).values(row).orIgnore().returning('id');
  const { raw } = (await query.execute()) as { raw: unknown[] };
  const { scheme, number } = qualification;
  if (raw.length === 0) throw qualificationProblem['number-taken']({ scheme, number });
}
