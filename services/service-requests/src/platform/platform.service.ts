import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { assertVersion, lock, Transactions, type Actor } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import * as platform from './platform';
import { platformProblem, type Platform, type PlatformDecision, type PlatformProfile } from './platform';
import { PlatformRow } from './platform.row';

@Injectable()
export class Platforms {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  plan(profile: PlatformProfile, actor: Actor): Promise<PlatformRow> {
    return this.transactions.run(async (tx) => {
      this.assertManages(profile, actor);
      const decision = platform.plan(newId(), profile, this.clock.now());
      return this.keep(tx, new PlatformRow(), decision);
    });
  }

  revise(id: string, version: number, profile: PlatformProfile, actor: Actor): Promise<PlatformRow> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id, actor);
      assertVersion(row, version);
      this.assertManages(profile, actor);
      return this.keep(tx, row, platform.revise(row, profile, this.clock.now()));
    });
  }

  open(id: string, actor: Actor): Promise<PlatformRow> {
    return this.change(id, actor, (row) => platform.open(row, this.clock.now()));
  }

  close(id: string, actor: Actor): Promise<PlatformRow> {
    return this.change(id, actor, (row) => platform.close(row, this.clock.now()));
  }

  /** Both rows are locked in the order of their ids, so that two mergers at once cannot wait for each other. */
  merge(id: string, targetId: string, actor: Actor): Promise<PlatformRow> {
    return this.transactions.run(async (tx) => {
      const rows = new Map<string, PlatformRow>();
      for (const one of [...new Set([id, targetId])].sort()) {
        rows.set(one, await lock(tx, PlatformRow, { id: one }, platformProblem.unknown({ platformId: one })));
      }
      const [row, target] = [rows.get(id), rows.get(targetId)];
      if (!row || !target) throw platformProblem.unknown();
      this.assertManages(row, actor);
      return this.keep(tx, row, platform.merge(row, target, this.clock.now()));
    });
  }

  async get(id: string, tx: EntityManager = this.dataSource.manager): Promise<PlatformRow> {
    const row = await tx.findOneBy(PlatformRow, { id });
    if (!row) throw platformProblem.unknown();
    return row;
  }

  /** All that take requests now, in the order in which they were planned. */
  listOpen(): Promise<Platform[]> {
    return this.dataSource.manager.find(PlatformRow, { where: { status: 'open' }, order: { id: 'asc' } });
  }

  /** A platform that takes requests now; `platform/not-open` names the successor where it was merged. */
  async getOpen(id: string, tx?: EntityManager): Promise<Platform> {
    const row = await this.get(id, tx);
    if (row.status !== 'open') throw platform.notOpen(row);
    return row;
  }

  private change(id: string, actor: Actor, decide: (row: PlatformRow) => PlatformDecision): Promise<PlatformRow> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id, actor);
      return this.keep(tx, row, decide(row));
    });
  }

  private async locked(tx: EntityManager, id: string, actor: Actor): Promise<PlatformRow> {
    const row = await lock(tx, PlatformRow, { id }, platformProblem.unknown());
    this.assertManages(row, actor);
    return row;
  }

  /** Platforms are public, so one that lies elsewhere is refused, not hidden. */
  private assertManages({ areaCodes: all }: Pick<Platform, 'areaCodes'>, actor: Actor): void {
    const areaCodes = platform.areasOutside({ areaCodes: all }, actor.areas);
    if (areaCodes.length > 0) throw platformProblem['outside-areas']({ areaCodes });
  }

  private async keep(tx: EntityManager, row: PlatformRow, { next, events }: PlatformDecision): Promise<PlatformRow> {
    const saved = await tx.save(Object.assign(row, next));
    await this.outbox.add(tx, events);
    return saved;
  }
}
