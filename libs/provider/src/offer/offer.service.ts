import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@qi/contracts';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { CurrentCalendar, Timers, together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import type { DecisionRecord } from '../decision/decision-record';
import { RoutingService } from '../decision/routing.service';
import type { Routable } from '../decision/routing.service';
import { addLoad } from '../load/provider-load';
import type { LoadDelta } from '../load/provider-load';
import { winnerOf } from '../routing/decision';
import { offer, unroutable, wholeMinute } from './offer';
import type { NewJob } from './offer';
import { insertDecisions, insertJobs, saveTasks, takeSerials } from './offer-store';

export const OFFER_EXPIRY = 'offer-expiry';

/** Routes tasks and makes the offers; the caller holds the locks and sends the facts. */
@Injectable()
export class OfferService {
  constructor(
    private readonly routing: RoutingService,
    private readonly timers: Timers,
    private readonly calendar: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Routes each task and stores task, decision and job. The facts come back in the order of the tasks. */
  async make(tx: EntityManager, routables: readonly Routable[]): Promise<DomainEvent[]> {
    const records = await this.routing.decide(tx, routables);
    const offered = records.filter(({ decision }) => decision.order.length > 0).length;
    const [serials] = await together(
      takeSerials(tx, offered),
      saveTasks(tx, routables, this.clock.now()),
      insertDecisions(tx, routables, records),
    );
    const made = routables.map(({ task }, i) => this.answer(task, records[i], serials));
    const jobs = made.flatMap(({ job }) => job ?? []);
    await together(insertJobs(tx, jobs), addLoad(tx, openJobsOf(jobs)), this.schedule(tx, jobs));
    return made.map(({ event }) => event);
  }

  private answer(task: TaskOpened, record: DecisionRecord | undefined, serials: number[]) {
    if (!record) throw new Error(`task ${task.taskId} was not decided`);
    const winner = winnerOf(record.decision);
    const serial = winner ? serials.shift() : undefined;
    if (!winner || serial === undefined) return { job: undefined, event: unroutable(task, record) };
    const at = new Date(record.at);
    const answerBy = wholeMinute(this.calendar.addWorkingDays(at, task.answerWithin).at);
    const promisedDate = this.workingDay(winner.promisedDate);
    const made = offer(task, record, { jobId: newId(), serial, answerBy, promisedDate, at });
    return made ?? { job: undefined, event: unroutable(task, record) };
  }

  /** Nothing is handed over on a day off: the next working day. */
  private workingDay(date: string): string {
    if (this.calendar.isWorkingDay(date)) return date;
    return toBusinessDate(this.calendar.addWorkingDays(new Date(`${date}T00:00:00Z`), 1).at);
  }

  /** Offers of one minute share a timer: a chunk of tasks sets one or two, and none has to be taken away. */
  async schedule(tx: EntityManager, jobs: readonly Pick<NewJob, 'answerBy'>[]): Promise<void> {
    const minutes = new Set(jobs.map(({ answerBy }) => answerBy.toISOString()));
    if (minutes.size === 0) return;
    const timers = [...minutes].sort().map((minute) => ({
      key: `${OFFER_EXPIRY}:${minute}`,
      task: OFFER_EXPIRY,
      payload: { answerBy: minute },
      at: new Date(minute),
    }));
    await this.timers.scheduleAll(tx, timers);
  }
}

function openJobsOf(jobs: readonly NewJob[]): Map<string, LoadDelta> {
  const deltas = new Map<string, LoadDelta>();
  for (const { providerId } of jobs) {
    deltas.set(providerId, { openJobs: (deltas.get(providerId)?.openJobs ?? 0) + 1 });
  }
  return deltas;
}
