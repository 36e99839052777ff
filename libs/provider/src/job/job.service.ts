import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { ProviderSettings } from '../provider-options';
import { accept, complete, decline, progress, terminate } from './job';
import type { Act, Job, JobDecision, Refusal } from './job';
import { JobDesk } from './job-desk';
import type { Locked } from './job-desk';
import { jobProblem } from './job-problem';
import { isOwnJob } from './job-scope';
import { lockTask } from './job-store';
import { JobRow } from './job.row';

type Decide = (job: Job, act: Act) => JobDecision;

/** What a provider's people do with their jobs. The task's row is locked first, always. */
@Injectable()
export class JobService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: JobDesk,
    private readonly settings: ProviderSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  accept(id: string, promisedDate: string | undefined, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, (job, act) => accept(job, promisedDate, act));
  }

  /** The task goes on to the next provider in the same transaction. */
  decline(id: string, refusal: Refusal, actor: Actor): Promise<JobRow> {
    return this.withOwn(id, actor, (tx, locked, act) => {
      const what = { ...act, why: 'declined' as const, note: refusal.note ?? refusal.reasonCode };
      return this.desk.passOn(tx, locked, decline(locked.job, refusal, act), what);
    });
  }

  progress(id: string, step: string, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, (job, act) => progress(job, step, this.settings.steps(job.element), act));
  }

  complete(id: string, actor: Actor): Promise<JobRow> {
    return this.act(id, actor, complete);
  }

  terminate(id: string, reason: string, actor: Actor): Promise<JobRow> {
    return this.withOwn(id, actor, (tx, locked, act) => {
      const what = { ...act, why: 'terminated' as const, note: reason };
      return this.desk.passOn(tx, locked, terminate(locked.job, reason, act), what);
    });
  }

  /** One decision about a job of the actor's organisation. */
  act(id: string, actor: Actor, decide: Decide): Promise<JobRow> {
    return this.withOwn(id, actor, (tx, locked, act) => this.desk.record(tx, locked, decide(locked.job, act), act));
  }

  private withOwn(
    id: string,
    actor: Actor,
    work: (tx: EntityManager, locked: Locked, act: Act) => Promise<void>,
  ): Promise<JobRow> {
    return this.transactions.run(async (tx) => {
      const locked = await this.lockOwn(tx, id, actor);
      await work(tx, locked, { by: byOf(actor), at: this.clock.now() });
      return locked.job;
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
