import { Inject, Injectable } from '@nestjs/common';
import { addDays, CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { activate, amend, expire, isOver, propose, withdraw } from './capability';
import type { Capability, CapabilityDetails } from './capability';
import { CapabilityEnd } from './capability.end';
import { CapabilityRow } from './capability.row';

/** Brings the register to what an approved annex says, within the transaction that approves it. */
@Injectable()
export class TakeoverService {
  constructor(
    private readonly end: CapabilityEnd,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Calibration capabilities of these sites that are in use or suspended. */
  held(tx: EntityManager, instituteId: string, sites: readonly string[]): Promise<Capability[]> {
    const where = { instituteId, siteId: In(sites), kind: 'calibration', status: In(['active', 'suspended']) } as const;
    return tx.find(CapabilityRow, { where, order: { id: 'asc' } });
  }

  /** Enters capabilities as active. */
  async add(tx: EntityManager, instituteId: string, details: readonly CapabilityDetails[]): Promise<void> {
    const now = this.clock.now();
    const added = details.map((row) => {
      const proposed = propose(row, { id: newId(), instituteId }, now);
      return { ...proposed, ...activate(proposed, toBusinessDate(now), now) };
    });
    if (added.length > 0) await tx.insert(CapabilityRow, added);
    await this.end.await(tx, added);
  }

  /** Gives capabilities the uncertainty and the last day that the annex has for them. */
  async change(tx: EntityManager, details: ReadonlyMap<string, CapabilityDetails>): Promise<void> {
    const rows = await this.lockOpen(tx, [...details.keys()]);
    const now = this.clock.now();
    const changed = rows.map((row) => {
      const { uncertainty, uncertaintyUnit, k, validTo } = details.get(row.id)!;
      return Object.assign(row, amend(row, { uncertainty, uncertaintyUnit, k, validTo }, true, now));
    });
    await this.end.await(tx, await tx.save(changed));
  }

  /** Ends capabilities on the day before `from`; they are not deleted. */
  async finish(tx: EntityManager, ids: readonly string[], from: string, why: string): Promise<void> {
    const now = this.clock.now();
    const lastDay = addDays(from, -1);
    const ended = (await this.lockOpen(tx, ids)).map((row) => {
      if (row.validFrom > lastDay) return Object.assign(row, withdraw(row, why, now));
      Object.assign(row, { validTo: row.validTo < lastDay ? row.validTo : lastDay, updatedAt: now });
      return isOver(row, toBusinessDate(now)) ? Object.assign(row, expire(row, now)) : row;
    });
    await this.end.await(tx, await tx.save(ended));
  }

  private lockOpen(tx: EntityManager, ids: readonly string[]): Promise<CapabilityRow[]> {
    const where = { id: In(ids), status: In(['active', 'suspended']) };
    return tx.find(CapabilityRow, { where, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
  }
}
