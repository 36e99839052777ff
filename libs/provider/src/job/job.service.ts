import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@qi/contracts';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { OfferService } from '../offer/offer.service';
import { ProviderSettings } from '../provider-options';
import type { OpenedTaskRow } from '../task/opened-task.row';
import type { Dropout } from '../task/task';
import { accept, complete, decline, expire, progress, terminate } from './job';
import type { Act, JobDecision, Refusal } from './job';
import { jobProblem } from './job-problem';
import { isOwnJob } from './job-scope';
import { lockTask, saveJob } from './job-store';
import { JobRow } from './job.row';

interface Locked {
  readonly task: OpenedTaskRow;
  readonly job: JobRow;
}

/** How many overdue offers one look finds; more are found by the next. */
const EXPIRY_PAGE = 200;

/** What a provider's people do with their jobs, and what time does. The task's row is locked first, always. */
@Injectable()
export class JobService {
  constructor(
    private readonly transactions: Transactions,
    private readonly offers: OfferService,
    private readonly outbox: Outbox,
    private readonly settings: ProviderSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  accept(id: string, promisedDate: string | undefined, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, (job, act) => accept(job, promisedDate, act));
  }

  /** The task goes on to the next provider in the same transaction. */
  decline(id: string, refusal: Refusal, actor: Actor): Promise<JobRow> {
    return this.giveBack(id, actor, 'declined', (job, act) => decline(job, refusal, act), refusal.note);
  }

  progress(id: string, step: string, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, (job, act) => progress(job, step, this.settings.steps(job.element), act));
  }

  complete(id: string, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, (job, act) => complete(job, act));
  }

  terminate(id: string, reason: string, actor: Actor): Promise<JobRow> {
    return this.giveBack(id, actor, 'terminated', (job, act) => terminate(job, reason, act), reason);
  }

  /** Ends every offer whose time to answer is over, each in a transaction of its own. Answers how many. */
  async expireDue(): Promise<number> {
    for (let expired = 0; ;) {
      const due = await this.findOverdue();
      for (const { id, taskId } of due) expired += Number(await this.expireOne(id, taskId));
      if (due.length < EXPIRY_PAGE) return expired;
    }
  }

  /** One command on a job of the actor's organisation, under the locks of its task and itself. */
  async act(id: string, actor: Actor, decide: (job: JobRow, act: Act) => JobDecision, note?: string): Promise<JobRow> {
    return this.transactions.run(async (tx) => {
      const { job } = await this.lockOwn(tx, id, actor);
      await this.outbox.add(tx, await this.apply(tx, job, actor, decide, note));
      return job;
    });
  }

  private giveBack(
    id: string,
    actor: Actor,
    why: Dropout['why'],
    decide: (job: JobRow, act: Act) => JobDecision,
    note: string | undefined,
  ): Promise<JobRow> {
    return this.transactions.run(async (tx) => {
      const { task, job } = await this.lockOwn(tx, id, actor);
      const events = await this.apply(tx, job, actor, decide, note);
      await this.outbox.add(tx, [...events, ...(await this.routeOn(tx, task, job, why))]);
      return job;
    });
  }

  private async apply(
    tx: EntityManager,
    job: JobRow,
    actor: Actor,
    decide: (job: JobRow, act: Act) => JobDecision,
    note?: string,
  ): Promise<readonly DomainEvent[]> {
    const act = { by: byOf(actor), at: this.clock.now() };
    return saveJob(tx, job, decide(job, act), { ...act, ...(note && { note }) });
  }

  private routeOn(tx: EntityManager, task: OpenedTaskRow, { providerId, round }: JobRow, why: Dropout['why']) {
    const dropouts = [...task.dropouts, { providerId, round, why }];
    return this.offers.make(tx, [{ task: task.value, dropouts, attempt: task.attempt + 1 }]);
  }

  private findOverdue(): Promise<JobRow[]> {
    return this.transactions.run((tx) =>
      tx.find(JobRow, {
        select: { id: true, taskId: true },
        where: { status: 'offered', answerBy: LessThanOrEqual(this.clock.now()) },
        order: { answerBy: 'asc' },
        take: EXPIRY_PAGE,
      }),
    );
  }

  /** The offer may have been answered since it was found: its state is looked at again under the lock. */
  private expireOne(id: string, taskId: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const task = await lockTask(tx, taskId);
      const job = await tx.findOne(JobRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const at = this.clock.now();
      if (!task || job?.status !== 'offered' || job.answerBy > at) return false;
      const events = await saveJob(tx, job, expire(job, at), { at });
      await this.outbox.add(tx, [...events, ...(await this.routeOn(tx, task, job, 'expired'))]);
      return true;
    });
  }

  /** Somebody else's job does not exist for the actor. */
  private async lockOwn(tx: EntityManager, id: string, actor: Actor): Promise<Locked> {
    const found = await tx.findOne(JobRow, { select: { id: true, taskId: true, providerId: true }, where: { id } });
    if (!found || !isOwnJob(actor, found, this.settings)) throw jobProblem['not-found']();
    const task = await lockTask(tx, found.taskId);
    const job = await tx.findOne(JobRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!task || !job) throw jobProblem['not-found']();
    return { task, job };
  }
}
