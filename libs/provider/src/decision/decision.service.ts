import { Injectable } from '@nestjs/common';
import { Transactions } from '@qi/platform';
import type { TaskOpened } from '../candidate-finder';
import type { DecisionRecord } from './decision-record';
import { RoutingService } from './routing.service';

/** Decides without writing anything. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly routing: RoutingService,
  ) {}

  /** Who would get a task now, who not and why. */
  async explain(task: TaskOpened): Promise<DecisionRecord> {
    const [record] = await this.transactions.run((tx) => this.routing.decide(tx, [{ task, dropouts: [], attempt: 1 }]));
    if (!record) throw new Error('nothing was decided');
    return record;
  }
}
