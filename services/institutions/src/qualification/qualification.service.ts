import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { activate, prolong, qualificationProblem, record, suspend, withdraw } from './qualification';
import type { Qualification, QualificationDraft } from './qualification';
import { QualificationRow } from './qualification.row';

export type NewQualification = Omit<QualificationDraft, 'id' | 'institutionId'>;
type Rule = (qualification: Qualification, now: Date) => Partial<Qualification>;

@Injectable()
export class QualificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
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

  async list(institutionId: string, actor: Actor): Promise<Qualification[]> {
    const { manager } = this.dataSource;
    await this.institutions.getReadable(institutionId, actor, manager);
    return manager.find(QualificationRow, { where: { institutionId }, order: { id: 'asc' } });
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

  private review(id: string, actor: Actor, rule: Rule): Promise<Qualification> {
    return this.transactions.run(async (tx) => {
      const missing = qualificationProblem['not-found']({ id });
      const row = await lock(tx, QualificationRow, { id }, missing);
      if (!(await this.institutions.mayReview(row.institutionId, actor, tx))) throw missing;
      return tx.save(Object.assign(row, rule(row, this.clock.now())));
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
