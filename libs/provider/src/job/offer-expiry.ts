import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { OnTimer, Transactions } from '@qi/platform';
import { LessThanOrEqual } from 'typeorm';
import { OFFER_EXPIRY } from '../offer/offer.service';
import { expire } from './job';
import { JobDesk } from './job-desk';
import { lockTask } from './job-store';
import { JobRow } from './job.row';

/** How many overdue offers one look finds; what is left is found by the next. */
const PAGE = 200;

/** Ends offers that nobody answered in time and passes their tasks on. */
@Injectable()
export class OfferExpiry {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: JobDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Looks for all that is overdue, not only for what set the timer: a lost timer is made good by the next. */
  @OnTimer(OFFER_EXPIRY)
  async expireDue(): Promise<void> {
    for (;;) {
      const due = await this.findOverdue();
      for (const { id, taskId } of due) await this.expireOne(id, taskId);
      if (due.length < PAGE) return;
    }
  }

  private findOverdue(): Promise<JobRow[]> {
    return this.transactions.run((tx) =>
      tx.find(JobRow, {
        select: { id: true, taskId: true },
        where: { status: 'offered', answerBy: LessThanOrEqual(this.clock.now()) },
        order: { answerBy: 'asc' },
        take: PAGE,
      }),
    );
  }

  /** The offer may have been answered since it was found: its state is looked at again under the lock. */
  private expireOne(id: string, taskId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const task = await lockTask(tx, taskId);
      const job = await tx.findOne(JobRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const at = this.clock.now();
      if (!task || job?.status !== 'offered' || job.answerBy > at) return;
      await this.desk.passOn(tx, { task, job }, expire(job, at), { at, why: 'expired' });
    });
  }
}
