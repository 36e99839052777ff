import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OnTimer, Timers, Transactions } from '@qi/platform';
import { WorkItemService } from './work-item.service';

const TASK = 'close-mended-work-items';
const EVERY_MS = 60_000;

/** Each minute in which the register changed. The next round is set first: whatever happens in this one, they go on. */
@Injectable()
export class WorkItemTimer implements OnApplicationBootstrap {
  private reviewed = '';

  constructor(
    private readonly items: WorkItemService,
    private readonly transactions: Transactions,
    private readonly timers: Timers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.again();
  }

  @OnTimer(TASK)
  async run(): Promise<void> {
    await this.again();
    this.reviewed = await this.items.closeMended(this.reviewed);
  }

  private again(): Promise<void> {
    return this.transactions.run((tx) => this.timers.again(tx, TASK, EVERY_MS));
  }
}
