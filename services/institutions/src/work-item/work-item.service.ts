import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { byOf, lock, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { InstitutionService } from '../institution/institution.service';
import { dismiss, finish, workItemProblem, type Act, type WorkItem } from './work-item';
import { WorkItemRow } from './work-item.row';
import { CLOSE_MENDED, CLOSE_STAYING, OPEN } from './work-item.sql';

/** What the library says of a standard's end; without `endsOn` it stays. */
export interface StandardEnd {
  readonly number: string;
  readonly family: string;
  readonly endsOn?: string;
  readonly successors: readonly string[];
}

@Injectable()
export class WorkItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly institutions: InstitutionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every institution whose scope cites one of the standards gets its item, or is rid of it. */
  async follow(tx: EntityManager, standards: readonly StandardEnd[]): Promise<void> {
    const at = this.clock.now();
    const latest = [...new Map(standards.map((standard) => [standard.number, standard])).values()];
    const ending = latest.filter(({ endsOn }) => endsOn !== undefined);
    const staying = latest.filter(({ endsOn }) => endsOn === undefined).map(({ number }) => number);
    const rows = ending.map(({ endsOn, ...same }) => ({ ...same, ends_on: endsOn }));
    if (rows.length > 0) await tx.query(OPEN, [JSON.stringify(rows), at]);
    if (staying.length > 0) await tx.query(CLOSE_STAYING, [staying, at]);
  }

  /** Closes what the institutions have mended since the register was at this epoch; gives the epoch it is at. */
  closeMended(since: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [{ epoch }] = await tx.query<[{ epoch: string }]>('select epoch from register_epoch');
      if (epoch !== since) await tx.query(CLOSE_MENDED, [this.clock.now()]);
      return epoch;
    });
  }

  finish(id: string, actor: Actor): Promise<WorkItem> {
    return this.change(id, actor, finish);
  }

  dismiss(id: string, reason: string, actor: Actor): Promise<WorkItem> {
    return this.change(id, actor, (item, act) => dismiss(item, reason, act));
  }

  private change(id: string, actor: Actor, rule: (item: WorkItem, act: Act) => Partial<WorkItem>): Promise<WorkItem> {
    return this.transactions.run(async (tx) => {
      const missing = workItemProblem['not-found']({ id });
      const row = await lock(tx, WorkItemRow, { id }, missing);
      if (!(await this.institutions.mayEdit(row.institutionId, actor, tx))) throw missing;
      return tx.save(Object.assign(row, rule(row, { by: byOf(actor), at: this.clock.now() })));
    });
  }
}
