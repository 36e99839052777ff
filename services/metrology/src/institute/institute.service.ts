import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock, DomainError } from '@qi/kernel';
import { assertVersion, byOf, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { activate, addSite, amend, apply, closeSite, instituteProblem, refuse, suspend, withdraw } from './institute';
import type { Application, Institute, InstituteProfile, SiteDetails } from './institute';
import { mayEdit, mayRead, mayReview } from './institute.access';
import { InstituteRow } from './institute.row';

export type NewInstitute = Omit<Application, 'id' | 'sites'> & { readonly sites: readonly SiteDetails[] };
type Rule = (institute: Institute, now: Date) => Partial<Institute>;

@Injectable()
export class InstituteService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  apply(application: NewInstitute, actor: Actor): Promise<Institute> {
    const sites = application.sites.map((site) => ({ ...site, id: newId(), open: true }));
    const institute = apply({ ...application, id: newId(), sites }, byOf(actor), this.clock.now());
    return this.transactions.run(async (tx) => {
      const taken = instituteProblem['uscc-taken']({ uscc: institute.uscc });
      await insertOnce(tx, institute, taken);
      return institute;
    });
  }

  amend(id: string, version: number, changes: Partial<InstituteProfile>, actor: Actor): Promise<Institute> {
    return this.edit(id, version, actor, (institute, now) => amend(institute, changes, now));
  }

  addSite(id: string, site: SiteDetails, actor: Actor): Promise<Institute> {
    return this.edit(id, undefined, actor, (institute, now) => addSite(institute, { ...site, id: newId() }, now));
  }

  closeSite(id: string, siteId: string, actor: Actor): Promise<Institute> {
    return this.edit(id, undefined, actor, (institute, now) => closeSite(institute, siteId, now));
  }

  activate(id: string, actor: Actor): Promise<Institute> {
    return this.review(id, actor, activate);
  }

  refuse(id: string, reason: string, actor: Actor): Promise<Institute> {
    return this.review(id, actor, (institute, now) => refuse(institute, reason, now));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<Institute> {
    return this.review(id, actor, (institute, now) => suspend(institute, reason, now));
  }

  /** An institute leaves of its own will, or is struck off. */
  withdraw(id: string, reason: string, actor: Actor): Promise<Institute> {
    return this.edit(id, undefined, actor, (institute, now) => withdraw(institute, reason, now));
  }

  /** The institute if the actor may see it; to others it does not exist. */
  async getReadable(id: string, actor: Actor, tx: EntityManager): Promise<Institute> {
    return this.get(tx, id, (institute) => mayRead(actor, institute));
  }

  async getEditable(id: string, actor: Actor, tx: EntityManager): Promise<Institute> {
    return this.get(tx, id, (institute) => mayEdit(actor, institute));
  }

  /** Whether the actor may see this institute; false also when there is none. */
  async mayRead(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstituteRow, { id });
    return row !== null && mayRead(actor, row);
  }

  /** Whether the actor may change what belongs to this institute; false also when there is none. */
  async mayEdit(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstituteRow, { id });
    return row !== null && mayEdit(actor, row);
  }

  /** Whether the actor may admit, suspend and approve scope of this institute; false also when there is none. */
  async mayReview(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstituteRow, { id });
    return row !== null && mayReview(actor, row);
  }

  private async get(tx: EntityManager, id: string, may: (institute: Institute) => boolean): Promise<Institute> {
    const row = await tx.findOneBy(InstituteRow, { id });
    if (!row || !may(row)) throw instituteProblem['not-found']({ id });
    return row;
  }

  private edit(id: string, version: number | undefined, actor: Actor, rule: Rule): Promise<Institute> {
    return this.change(id, version, (institute) => mayEdit(actor, institute), rule);
  }

  private review(id: string, actor: Actor, rule: Rule): Promise<Institute> {
    return this.change(id, undefined, (institute) => mayReview(actor, institute), rule);
  }

  private change(
    id: string,
    version: number | undefined,
    may: (institute: Institute) => boolean,
    rule: Rule,
  ): Promise<Institute> {
    return this.transactions.run(async (tx) => {
      const missing = instituteProblem['not-found']({ id });
      const row = await lock(tx, InstituteRow, { id }, missing);
      if (!may(row)) throw missing;
      if (version !== undefined) assertVersion(row, version);
      return tx.save(Object.assign(row, rule(row, this.clock.now())));
    });
  }
}

/** Two applications at the same moment: the unique index decides, and the later one is told. */
async function insertOnce(tx: EntityManager, institute: Institute, taken: DomainError): Promise<void> {
  const row = Object.assign(new InstituteRow(), institute);
  const { raw } = (await tx
    .createQueryBuilder()
    .insert()
    .into(InstituteRow)
    .values(row)
    .orIgnore()
    .returning('id')
    .execute()) as { raw: unknown[] };
  if (raw.length === 0) throw taken;
}
