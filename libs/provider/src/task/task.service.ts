import { Inject, Injectable } from '@nestjs/common';
import { providerOf } from '@qi/contracts';
import type { DomainEvent, EventData, TaskAmendedV1, TaskCancelledV1, TaskReworkRequestedV1 } from '@qi/contracts';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import type { Routable } from '../decision/routing.service';
import { cancel, isUnfinished, rework } from '../job/job';
import { jobProblem } from '../job/job-problem';
import { findUnfinished, lockTask, saveJob } from '../job/job-store';
import { JobRow } from '../job/job.row';
import { OfferService } from '../offer/offer.service';
import { ProviderSettings } from '../provider-options';
import { OpenedTaskRow } from './opened-task.row';
import { isNews, latestOfEach } from './task';

/** What the window says about tasks. Runs inside the transaction that holds the inbox row. */
@Injectable()
export class TaskService {
  constructor(
    private readonly offers: OfferService,
    private readonly outbox: Outbox,
    private readonly settings: ProviderSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Routes newly opened tasks, many at once. An opening of a higher round takes the place of the one before. */
  async open(tx: EntityManager, opened: readonly TaskOpened[]): Promise<void> {
    const own = latestOfEach(opened.filter(({ element }) => providerOf[element] === this.settings.service));
    if (own.length === 0) return;
    const before = await this.lockKnown(tx, own);
    const news = own.filter((task) => isNews(task, before.get(task.taskId)));
    const routables = news.map((task): Routable => {
      const known = before.get(task.taskId);
      return { task, dropouts: known?.dropouts ?? [], attempt: (known?.attempt ?? 0) + 1 };
    });
    const superseded: DomainEvent[] = [];
    for (const { taskId } of news) {
      if (before.has(taskId)) superseded.push(...(await this.withdraw(tx, taskId, 'superseded')));
    }
    await this.outbox.add(tx, [...superseded, ...(await this.offers.make(tx, routables))]);
  }

  async cancel(tx: EntityManager, { taskId, reason }: EventData<typeof TaskCancelledV1>): Promise<void> {
    const task = await lockTask(tx, taskId);
    if (!task || task.status === 'cancelled') return;
    await tx.update(OpenedTaskRow, { taskId }, { status: 'cancelled', updatedAt: this.clock.now() });
    await this.outbox.add(tx, await this.withdraw(tx, taskId, reason));
  }

  /**
   * The demand changed. A provider that has accepted sees it in the job; an open offer is withdrawn and the task routed
   * again by the new demand, as is a task that nobody could take.
   */
  async amend(tx: EntityManager, change: EventData<typeof TaskAmendedV1>): Promise<void> {
    const task = await lockTask(tx, change.taskId);
    if (!task || task.status === 'cancelled') return;
    const { needBy: _, ...rest } = task.value;
    const value = { ...rest, demand: change.demand, ...(change.needBy !== undefined && { needBy: change.needBy }) };
    const job = await findUnfinished(tx, task.taskId);
    const done = !job && (await tx.existsBy(JobRow, { taskId: task.taskId, status: 'completed' }));
    if (done || (job && job.status !== 'offered')) {
      await tx.update(OpenedTaskRow, { taskId: task.taskId }, { value, updatedAt: this.clock.now() });
      return;
    }
    const withdrawn = await this.withdraw(tx, task.taskId, change.reason);
    const again = { task: value, dropouts: task.dropouts, attempt: task.attempt + 1 };
    await this.outbox.add(tx, [...withdrawn, ...(await this.offers.make(tx, [again]))]);
  }

  /** Throws `job/not-found` or `job/illegal-transition`: such a message is put aside, not lost. */
  async rework(tx: EntityManager, { taskId, jobId, reason }: EventData<typeof TaskReworkRequestedV1>): Promise<void> {
    await lockTask(tx, taskId);
    const job = await tx.findOne(JobRow, { where: { id: jobId, taskId }, lock: { mode: 'pessimistic_write' } });
    if (!job) throw jobProblem['not-found']();
    const other = await findUnfinished(tx, taskId);
    if (other && other.id !== job.id) throw jobProblem['other-job']({ jobNumber: other.number });
    const at = this.clock.now();
    await this.outbox.add(tx, await saveJob(tx, job, rework(job, reason, at), { at, note: reason }));
  }

  private async lockKnown(tx: EntityManager, tasks: readonly TaskOpened[]): Promise<Map<string, OpenedTaskRow>> {
    const rows = await tx.find(OpenedTaskRow, {
      where: { taskId: In(tasks.map(({ taskId }) => taskId)) },
      order: { taskId: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(rows.map((row) => [row.taskId, row]));
  }

  /** Ends what a provider may still be doing for the task. */
  private async withdraw(tx: EntityManager, taskId: string, reason: string): Promise<readonly DomainEvent[]> {
    const job = await findUnfinished(tx, taskId);
    if (!job || !isUnfinished(job.status)) return [];
    const at = this.clock.now();
    return saveJob(tx, job, cancel(job, reason, at), { at, note: reason });
  }
}
