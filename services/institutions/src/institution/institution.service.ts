import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock, Decision, DomainError } from '@qi/kernel';
import type { DomainEvent } from '@qi/contracts';
import { Outbox } from '@qi/messaging';
import { Accreditations } from '@qi/provider';
import { assertVersion, byOf, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import {
  activate,
  addSite,
  amend,
  amendSite,
  apply,
  institutionProblem,
  refuse,
  suspend,
  withdraw,
} from './institution';
import type { Application, Institution, InstitutionProfile } from './institution';
import { mayEdit, mayRead, mayReview } from './institution.access';
import { InstitutionRow } from './institution.row';
import type { Site, SiteDetails } from './site';

export type NewInstitution = Omit<Application, 'id' | 'sites'> & { readonly sites: readonly SiteDetails[] };
/** Why, and from which business date its reports are in doubt. */
export interface Loss {
  readonly reason: string;
  readonly affectedFrom?: string;
}

/** Who changes an institution, and the version that was seen where one is asked for. */
interface Editor {
  readonly actor: Actor;
  readonly version?: number;
}
type Then = (tx: EntityManager) => Promise<void>;
type Rule = (institution: Institution, now: Date) => Decision<Institution, DomainEvent>;

@Injectable()
export class InstitutionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly accreditations: Accreditations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  apply(application: NewInstitution, actor: Actor): Promise<Institution> {
    const sites = application.sites.map((site) => ({ ...site, id: newId(), open: true }));
    const institution = apply({ ...application, id: newId(), sites }, byOf(actor), this.clock.now());
    return this.transactions.run(async (tx) => {
      const taken = institutionProblem['uscc-taken']({ uscc: institution.uscc });
      await insertOnce(tx, institution, taken);
      return institution;
    });
  }

  amend(id: string, version: number, changes: Partial<InstitutionProfile>, actor: Actor): Promise<Institution> {
    return this.edit(id, { actor, version }, (institution, now) => amend(institution, changes, now));
  }

  addSite(id: string, site: SiteDetails, actor: Actor): Promise<Institution> {
    return this.edit(id, { actor }, (institution, now) => addSite(institution, { ...site, id: newId() }, now));
  }

  amendSite(id: string, version: number, site: { id: string; changes: Partial<Omit<Site, 'id'>> }, actor: Actor) {
    return this.edit(id, { actor, version }, (institution, now) => amendSite(institution, site.id, site.changes, now));
  }

  activate(id: string, actor: Actor): Promise<Institution> {
    return this.review(id, actor, activate, (tx) => this.accreditations.restored(tx, id));
  }

  refuse(id: string, reason: string, actor: Actor): Promise<Institution> {
    return this.review(id, actor, (institution, now) => refuse(institution, reason, now));
  }

  /** Its jobs are looked at: what has begun waits, the rest goes to others. */
  suspend(id: string, loss: Loss, actor: Actor): Promise<Institution> {
    const rule: Rule = (institution, now) => suspend(institution, loss.reason, now);
    return this.review(id, actor, rule, (tx) => this.lose(tx, id, 'suspended', loss));
  }

  /** An institution leaves of its own will, or is struck off: all its jobs go to others. */
  withdraw(id: string, loss: Loss, actor: Actor): Promise<Institution> {
    const rule: Rule = (institution, now) => withdraw(institution, loss.reason, now);
    return this.edit(id, { actor }, rule, (tx) => this.lose(tx, id, 'withdrawn', loss));
  }

  /** The institution if the actor may see it; to others it does not exist. */
  async getReadable(id: string, actor: Actor, tx: EntityManager): Promise<Institution> {
    return this.get(tx, id, (institution) => mayRead(actor, institution));
  }

  async getEditable(id: string, actor: Actor, tx: EntityManager): Promise<Institution> {
    return this.get(tx, id, (institution) => mayEdit(actor, institution));
  }

  /** Whoever asks: for work that nobody in particular asked for. */
  getById(id: string, tx: EntityManager): Promise<Institution> {
    return this.get(tx, id, () => true);
  }

  /** Whether the actor may see this institution; false also when there is none. */
  async mayRead(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstitutionRow, { id });
    return row !== null && mayRead(actor, row);
  }

  /** Whether the actor may change what belongs to this institution; false also when there is none. */
  async mayEdit(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstitutionRow, { id });
    return row !== null && mayEdit(actor, row);
  }

  /** Whether the actor may admit, suspend and approve scope of this institution; false also when there is none. */
  async mayReview(id: string, actor: Actor, tx: EntityManager): Promise<boolean> {
    const row = await tx.findOneBy(InstitutionRow, { id });
    return row !== null && mayReview(actor, row);
  }

  private async get(tx: EntityManager, id: string, may: (institution: Institution) => boolean): Promise<Institution> {
    const row = await tx.findOneBy(InstitutionRow, { id });
    if (!row || !may(row)) throw institutionProblem['not-found']({ id });
    return row;
  }

  private edit(id: string, { actor, version }: Editor, rule: Rule, then?: Then): Promise<Institution> {
    return this.change(id, version, (institution) => mayEdit(actor, institution), { rule, then });
  }

  private review(id: string, actor: Actor, rule: Rule, then?: Then): Promise<Institution> {
    return this.change(id, undefined, (institution) => mayReview(actor, institution), { rule, then });
  }

  private change(
    id: string,
    version: number | undefined,
    may: (institution: Institution) => boolean,
    { rule, then }: { rule: Rule; then: Then | undefined },
  ): Promise<Institution> {
    return this.transactions.run(async (tx) => {
      const missing = institutionProblem['not-found']({ id });
      const row = await lock(tx, InstitutionRow, { id }, missing);
      if (!may(row)) throw missing;
      if (version !== undefined) assertVersion(row, version);
      const { next, events } = rule(row, this.clock.now());
      await tx.save(Object.assign(row, next));
      await this.outbox.add(tx, events);
      await then?.(tx);
      return row;
    });
  }

  private lose(tx: EntityManager, providerId: string, kind: 'suspended' | 'withdrawn', loss: Loss): Promise<void> {
    const { reason, affectedFrom } = loss;
    const cause =
      kind === 'suspended'
        ? { zh: `机构已暂停：${reason}`, en: `suspended: ${reason}` }
        : { zh: `机构已撤销：${reason}`, en: `withdrawn: ${reason}` };
    return this.accreditations.lost(tx, { providerId, kind, cause, ...(affectedFrom && { affectedFrom }) });
  }
}

/** Two applications at the same moment: the unique index decides, and the later one is told. */
async function insertOnce(tx: EntityManager, institution: Institution, taken: DomainError): Promise<void> {
  const row = Object.assign(new InstitutionRow(), institution);
  const { raw } = (await tx
    .createQueryBuilder()
    .insert()
    .into(InstitutionRow)
    .values(row)
    .orIgnore()
    .returning('id')
    .execute()) as { raw: unknown[] };
  if (raw.length === 0) throw taken;
}
