import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock, DomainError } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { assertVersion, byOf, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import {
  activate,
  addSite,
  amend,
  apply,
  causeOf,
  closeSite,
  instituteProblem,
  refuse,
  suspend,
  withdraw,
} from './institute';
import type { Application, Institute, InstituteProfile, SiteDetails } from './institute';
import { mayEdit, mayRead, mayReview } from './institute.access';
import { InstituteRow } from './institute.row';

export type NewInstitute = Omit<Application, 'id' | 'sites'> & { readonly sites: readonly SiteDetails[] };
/** Why, and from which business date its certificates are in doubt. */
export interface Loss {
  readonly reason: string;
  readonly affectedFrom?: string;
}

type Rule = (institute: Institute, now: Date) => Partial<Institute>;

interface Change {
  readonly rule: Rule;
  readonly version?: number | undefined;
  readonly affectedFrom?: string | undefined;
}

@Injectable()
export class InstituteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accreditations: Accreditations,
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

  /** Its jobs are looked at: what has begun waits, the rest goes to others. */
  suspend(id: string, { reason, affectedFrom }: Loss, actor: Actor): Promise<Institute> {
    return this.review(id, actor, (institute, now) => suspend(institute, reason, now), affectedFrom);
  }

  /** An institute leaves of its own will, or is struck off. */
  withdraw(id: string, { reason, affectedFrom }: Loss, actor: Actor): Promise<Institute> {
    const rule: Rule = (institute, now) => withdraw(institute, reason, now);
    return this.change(id, (institute) => mayEdit(actor, institute), { rule, affectedFrom });
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
    return this.change(id, (institute) => mayEdit(actor, institute), { rule, version });
  }

  private review(id: string, actor: Actor, rule: Rule, affectedFrom?: string): Promise<Institute> {
    return this.change(id, (institute) => mayReview(actor, institute), { rule, affectedFrom });
  }

  private change(id: string, may: (institute: Institute) => boolean, change: Change): Promise<Institute> {
    return this.transactions.run(async (tx) => {
      const missing = instituteProblem['not-found']({ id });
      const row = await lock(tx, InstituteRow, { id }, missing);
      if (!may(row)) throw missing;
      if (change.version !== undefined) assertVersion(row, change.version);
      const before = row.status;
      const saved = await tx.save(Object.assign(row, change.rule(row, this.clock.now())));
      if (saved.status !== before) await this.follow(tx, saved, change.affectedFrom);
      return saved;
    });
  }

  /** Jobs and certificates that rest on the institute's standing. */
  private async follow(tx: EntityManager, institute: Institute, affectedFrom?: string): Promise<void> {
    const { id: providerId, status: kind } = institute;
    if (kind === 'active') await this.accreditations.restored(tx, providerId);
    if (kind !== 'suspended' && kind !== 'withdrawn') return;
    const cause = causeOf(institute);
    await this.accreditations.lost(tx, { providerId, kind, cause, ...(affectedFrom && { affectedFrom }) });
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
