import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Accreditations } from '@qi/provider';
import { assertVersion, hasRole, lock, OnTimer, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstituteService } from '../institute/institute.service';
import { BatchFaults } from './batch-faults';
import { activate, amend, capabilityProblem, causeOf, expire, isOver, propose, suspend, withdraw } from './capability';
import type { Capability, CapabilityDetails } from './capability';
import { CapabilityEnd, EXPIRE_CAPABILITY } from './capability.end';
import { CapabilityRow } from './capability.row';

type Rule = (capability: Capability, now: Date) => Partial<Capability>;
type May = (capability: Capability, tx: EntityManager) => Promise<boolean>;

@Injectable()
export class CapabilityService {
  @Inject(Accreditations) private readonly accreditations: Accreditations;

  constructor(
    private readonly transactions: Transactions,
    private readonly end: CapabilityEnd,
    private readonly institutes: InstituteService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Enters capabilities of one institute, all or none; a fault names the row. Administrators may activate them at once. */
  enter(
    instituteId: string,
    details: readonly CapabilityDetails[],
    active: boolean,
    actor: Actor,
  ): Promise<Capability[]> {
    return this.transactions.run(async (tx) => {
      const { sites } = await this.institutes.getEditable(instituteId, actor, tx);
      if (active && !hasRole(actor, 'administrator')) throw capabilityProblem['not-reviewer']();
      const open = new Set(sites.filter((site) => site.open).map((site) => site.id));
      const faults = new BatchFaults();
      const capabilities = details.flatMap((row, at) =>
        faults.collect(at, () => {
          if (!open.has(row.siteId)) throw capabilityProblem['unknown-site']({ siteId: row.siteId });
          return this.first(row, instituteId, active);
        }),
      );
      faults.throwIfAny();
      await tx.insert(CapabilityRow, capabilities);
      await this.end.await(tx, capabilities);
      return capabilities;
    });
  }

  activate(id: string, actor: Actor): Promise<Capability> {
    return this.review(id, actor, (capability, now) => activate(capability, toBusinessDate(now), now));
  }

  suspend(id: string, reason: string, actor: Actor): Promise<Capability> {
    return this.review(id, actor, (capability, now) => suspend(capability, reason, now));
  }

  /** The holder gives it up, or an administrator strikes it off. */
  withdraw(id: string, reason: string, actor: Actor): Promise<Capability> {
    const may: May = (capability, tx) => this.institutes.mayEdit(capability.instituteId, actor, tx);
    return this.change(id, may, (capability, now) => withdraw(capability, reason, now));
  }

  amend(id: string, version: number, changes: Partial<CapabilityDetails>, actor: Actor): Promise<Capability> {
    const may: May = (capability, tx) => this.institutes.mayEdit(capability.instituteId, actor, tx);
    return this.change(id, may, (capability, now) => {
      assertVersion(capability, version);
      return amend(capability, changes, hasRole(actor, 'administrator'), now);
    });
  }

  /** Its last day has passed, unless that was moved meanwhile. */
  @OnTimer(EXPIRE_CAPABILITY)
  async expireEnded({ id }: { id: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const row = await lock(tx, CapabilityRow, { id }, capabilityProblem['not-found']({ id }));
      const now = this.clock.now();
      if (!isOver(row, toBusinessDate(now))) return;
      await this.follow(tx, await tx.save(Object.assign(row, expire(row, now))), addDays(row.validTo, 1));
    });
  }

  /** Jobs and certificates that rest on the capability. */
  private follow(tx: EntityManager, capability: Capability, affectedFrom?: string): Promise<void> {
    const { instituteId: providerId, status } = capability;
    const loss = { providerId, cause: causeOf(capability), ...(affectedFrom && { affectedFrom }) };
    return this.accreditations.moved(tx, status, loss);
  }

  private first(row: CapabilityDetails, instituteId: string, active: boolean): Capability {
    const now = this.clock.now();
    const proposed = propose(row, { id: newId(), instituteId }, now);
    return active ? { ...proposed, ...activate(proposed, toBusinessDate(now), now) } : proposed;
  }

  private review(id: string, actor: Actor, rule: Rule): Promise<Capability> {
    const may: May = (capability, tx) => this.institutes.mayReview(capability.instituteId, actor, tx);
    return this.change(id, may, rule);
  }

  private change(id: string, may: May, rule: Rule): Promise<Capability> {
    return this.transactions.run(async (tx) => {
      const missing = capabilityProblem['not-found']({ id });
      const row = await lock(tx, CapabilityRow, { id }, missing);
      if (!(await may(row, tx))) throw missing;
      const before = row.status;
      const saved = await tx.save(Object.assign(row, rule(row, this.clock.now())));
      if (saved.status !== before) await this.follow(tx, saved);
      await this.end.await(tx, [saved]);
      return saved;
    });
  }
}
