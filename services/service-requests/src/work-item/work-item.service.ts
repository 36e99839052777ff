import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, parseStandardNumber, standardNumber, type Clock } from '@qi/kernel';
import { byOf, hasRole, lock, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { TaskCommands } from '../fulfilment/task-commands.service';
import { aboutRequest, agreedStandard, close, withStandard, workItemProblem, type WorkItem } from './work-item';
import { WorkItemRow } from './work-item.row';

@Injectable()
export class WorkItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CaseAccess,
    private readonly commands: TaskCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The firm agrees to the standard that takes the place of the one it asked for: the task is amended, routed again, and
   * the item closed, all in one transaction.
   */
  async agree(id: string, named: string | undefined, actor: Actor): Promise<WorkItem> {
    const found = aboutRequest(await this.get(id, actor));
    const to = agreedStandard(found, named === undefined ? undefined : standardNumber(named).canonical);
    const { standard: from, endsOn } = found;
    const family = parseStandardNumber(from)?.family ?? from;
    const reason = `${from} → ${to}（${from} ${endsOn} 后废止）`;
    await this.commands.amendDemand(found.taskId, {
      actor,
      reason,
      change: (demand) => withStandard(demand, [from, family], to),
      also: async (tx, act) => {
        const row = await this.lockRow(tx, id);
        await tx.save(Object.assign(row, close(row, 'done', to, act)));
      },
    });
    return this.get(id, actor);
  }

  /** Nothing will be done about it, for a reason: by the firm or the window; about an item by the window. */
  dismiss(id: string, reason: string, actor: Actor): Promise<WorkItem> {
    return this.transactions.run(async (tx) => {
      const row = await this.lockRow(tx, id);
      await this.assertEither(row, actor, tx);
      return tx.save(Object.assign(row, close(row, 'dismissed', reason, { by: byOf(actor), at: this.clock.now() })));
    });
  }

  private get(id: string, actor: Actor): Promise<WorkItem> {
    return this.transactions.run(async (tx) => {
      const row = await tx.findOneBy(WorkItemRow, { id });
      if (!row) throw workItemProblem['not-found']();
      await this.assertEither(row, actor, tx);
      return row;
    });
  }

  private async assertEither(item: WorkItem, actor: Actor, tx: EntityManager): Promise<void> {
    const { enterpriseId, areaCode } = item;
    if (enterpriseId !== null && areaCode !== null)
      await this.access.assertEither(actor, { enterpriseId, areaCode }, workItemProblem['not-found'], tx);
    else if (!hasRole(actor, 'clerk', 'administrator')) throw workItemProblem['not-found']();
  }

  private lockRow(tx: EntityManager, id: string): Promise<WorkItemRow> {
    return lock(tx, WorkItemRow, { id }, workItemProblem['not-found']());
  }
}
