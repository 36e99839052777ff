import { Inject, Injectable } from '@nestjs/common';
import type { By, JobStatus } from '@qi/contracts';
import { CLOCK, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { OnTimer, Transactions } from '@qi/platform';
import { In, IsNull, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CompetenceService } from '../decision/competence.service';
import { flag, isUnfinished, lapse, pause, resume } from '../job/job';
import { JobDesk } from '../job/job-desk';
import type { Locked } from '../job/job-desk';
import { lockTask } from '../job/job-store';
import { JobRow } from '../job/job.row';
import { later } from '../routing/day';
import { CHECK_JOBS, RESUME_JOBS } from './accreditation.service';
import { causeOf, consequenceOf, issuedFrom } from './loss';
import type { Loss } from './loss';
import { LossRow } from './loss.row';
import { ReportFlagRow } from './report-flag.row';

const PAGE = 200;
const OPEN: readonly JobStatus[] = ['offered', 'accepted', 'in-progress', 'reworked'];
const THE_PLATFORM: By = { sub: 'system', name: '系统 System' };

interface Wanted {
  readonly statuses: readonly JobStatus[];
  readonly paused?: true;
  readonly changedFrom?: Date;
}

/**
 * Draws the consequences of a loss for the provider's jobs, each in a transaction of its own. Everything is looked at
 * again under the lock, so a run that was cut short is simply done once more.
 */
@Injectable()
export class AccreditationCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly competence: CompetenceService,
    private readonly desk: JobDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnTimer(CHECK_JOBS)
  async checkJobs({ providerId }: { providerId: string }): Promise<void> {
    const losses = await this.transactions.run((tx) =>
      tx.find(LossRow, { where: { providerId, checkedAt: IsNull() }, order: { id: 'asc' } }),
    );
    for (const loss of losses) {
      await this.each(providerId, { statuses: OPEN }, (tx, locked) => this.passOn(tx, locked, loss));
      const changedFrom = fromBusinessDate(loss.affectedFrom);
      await this.each(providerId, { statuses: ['completed'], changedFrom }, (tx, locked) =>
        this.flagReports(tx, locked, loss),
      );
      await this.transactions.run((tx) => tx.update(LossRow, { id: loss.id }, { checkedAt: this.clock.now() }));
    }
  }

  @OnTimer(RESUME_JOBS)
  resumeJobs({ providerId }: { providerId: string }): Promise<void> {
    return this.each(providerId, { statuses: OPEN, paused: true }, async (tx, { task, job }) => {
      if (!job.paused || (await this.barOf(tx, { task, job }))) return;
      const at = this.clock.now();
      await this.desk.record(tx, { task, job }, resume(job, at), { at, by: THE_PLATFORM });
    });
  }

  private async passOn(tx: EntityManager, locked: Locked, loss: Loss): Promise<void> {
    const { job } = locked;
    const bar = isUnfinished(job.status) && (await this.barOf(tx, locked));
    if (!bar) return;
    const cause = causeOf(loss, bar.words);
    const at = this.clock.now();
    const what = { at, by: THE_PLATFORM, note: `${cause.zh} ${cause.en}` };
    if (consequenceOf(job.status, loss.kind) === 'route-again') {
      return this.desk.passOn(tx, locked, lapse(job, cause, { by: THE_PLATFORM, at }), { ...what, why: 'terminated' });
    }
    if (!job.paused) await this.desk.record(tx, locked, pause(job, cause, at), what);
  }

  /** Work still to be done is done today at the earliest. */
  private barOf(tx: EntityManager, { task, job }: Locked) {
    const on = later(task.value.demand.plannedDate, toBusinessDate(this.clock.now()));
    return this.competence.findBar(tx, task.value, job, on);
  }

  private async flagReports(tx: EntityManager, locked: Locked, loss: Loss): Promise<void> {
    const { job, task } = locked;
    const reports = issuedFrom([...job.formerDeliverables, ...job.deliverables], loss.affectedFrom);
    const [first] = reports;
    const bar = first && (await this.competence.findBar(tx, task.value, job, first.issuedOn));
    if (!bar || (await tx.existsBy(ReportFlagRow, { lossId: loss.id, jobId: job.id }))) return;
    const numbers = reports.map(({ number }) => number);
    const doubt = { cause: causeOf(loss, bar.words), affectedFrom: loss.affectedFrom, at: this.clock.now() };
    await tx.insert(ReportFlagRow, { id: newId(), ...flagged(job), lossId: loss.id, numbers, ...stored(doubt) });
    const note = `${doubt.cause.zh} ${doubt.cause.en}`;
    await this.desk.record(tx, locked, flag(job, numbers, doubt), { at: doubt.at, by: THE_PLATFORM, note });
  }

  /** The provider's jobs page by page, each locked with its task. */
  private async each(
    providerId: string,
    { statuses, changedFrom, paused }: Wanted,
    work: (tx: EntityManager, locked: Locked) => Promise<void>,
  ): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await this.transactions.run((tx) =>
        tx.find(JobRow, {
          select: { id: true, taskId: true },
          where: {
            ...{ providerId, status: In(statuses), id: MoreThan(after) },
            ...(paused && { paused: Not(IsNull()) }),
            ...(changedFrom && { updatedAt: MoreThanOrEqual(changedFrom) }),
          },
          order: { id: 'asc' },
          take: PAGE,
        }),
      );
      for (const { id, taskId } of page) {
        await this.transactions.run(async (tx) => {
          const task = await lockTask(tx, taskId);
          const job = await tx.findOne(JobRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
          if (task && job && statuses.includes(job.status)) await work(tx, { task, job });
        });
      }
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? after;
    }
  }
}

function flagged({ id, number, taskId, requestId, enterpriseId, areaCode, providerId, providerName }: JobRow) {
  return { jobId: id, jobNumber: number, taskId, requestId, enterpriseId, areaCode, providerId, providerName };
}

function stored({ cause, affectedFrom, at }: { cause: Loss['cause']; affectedFrom: string; at: Date }) {
  return { cause, affectedFrom, flaggedAt: at };
}
