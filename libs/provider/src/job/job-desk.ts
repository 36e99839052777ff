import { Injectable } from '@nestjs/common';
import { Outbox } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { OfferService } from '../offer/offer.service';
import type { OpenedTaskRow } from '../task/opened-task.row';
import type { Dropout } from '../task/task';
import type { JobDecision } from './job';
import { saveJob } from './job-store';
import type { Happening } from './job-store';
import type { JobRow } from './job.row';

/** A job and its task, both locked. */
export interface Locked {
  readonly task: OpenedTaskRow;
  readonly job: JobRow;
}

/** Writes down what was decided about a job, and passes its task on where the provider is out. */
@Injectable()
export class JobDesk {
  constructor(
    private readonly offers: OfferService,
    private readonly outbox: Outbox,
  ) {}

  async record(tx: EntityManager, { job }: Locked, decision: JobDecision, what: Happening): Promise<void> {
    await this.outbox.add(tx, await saveJob(tx, job, decision, what));
  }

  /** The provider is out of the task, whose next offer follows in the same transaction. */
  async passOn(
    tx: EntityManager,
    locked: Locked,
    decision: JobDecision,
    what: Happening & { why: Dropout['why'] },
  ): Promise<void> {
    const { job, task } = locked;
    await this.record(tx, locked, decision, what);
    const dropouts = [...task.dropouts, { providerId: job.providerId, round: job.round, why: what.why }];
    await this.outbox.add(tx, await this.offers.make(tx, [{ task: task.value, dropouts, attempt: task.attempt + 1 }]));
  }
}
