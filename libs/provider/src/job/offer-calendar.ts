import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CalendarStore, CurrentCalendar, Transactions } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { wholeMinute } from '../offer/offer';
import { OfferService } from '../offer/offer.service';
import { OpenedTaskRow } from '../task/opened-task.row';
import { lockTask } from './job-store';
import { JobRow } from './job.row';

/** Reckons again until when open offers are to be answered, once holidays that were unknown are filled in. */
@Injectable()
export class OfferCalendar implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly offers: OfferService,
    private readonly calendar: CurrentCalendar,
    private readonly store: CalendarStore,
  ) {}

  onModuleInit(): void {
    this.store.onChange(() => this.reckonAgain());
  }

  async reckonAgain(): Promise<void> {
    const open = await this.transactions.run((tx) =>
      tx.find(JobRow, { select: { id: true, taskId: true }, where: { status: 'offered' } }),
    );
    for (const { id, taskId } of open) await this.transactions.run((tx) => this.reckonOne(tx, id, taskId));
  }

  /** The offer may have been answered meanwhile: its state is looked at under the lock. */
  private async reckonOne(tx: EntityManager, id: string, taskId: string): Promise<void> {
    const task: OpenedTaskRow | undefined | null = await lockTask(tx, taskId);
    const job = await tx.findOne(JobRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!task || job?.status !== 'offered') return;
    const answerBy = wholeMinute(this.calendar.addWorkingDays(job.offeredAt, task.value.answerWithin).at);
    if (answerBy.getTime() === job.answerBy.getTime()) return;
    await tx.save(JobRow, Object.assign(job, { answerBy }));
    await this.offers.schedule(tx, [job]);
  }
}
