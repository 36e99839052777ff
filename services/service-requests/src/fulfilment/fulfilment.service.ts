import { Inject, Injectable } from '@nestjs/common';
import type { By } from '@qi/contracts';
import { CLOCK, type Clock } from '@qi/kernel';
import { byOf, Timers, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { theSystem } from '../life-line/life-line';
import type { Act, ServiceRequest } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import type { JobFact } from '../task/follow-job';
import { taskProblem } from '../task/task.problems';
import { Clocks } from '../time-limit/clocks.service';
import type { CaseFile } from './case-file';
import { Cases } from './cases';
import { closeCase, followFact, noteRating, reopenCase, withdrawCase, type Stars } from './fulfilment';
import { Submission } from './submission';

/** Task of the timer that closes a request when the window for rating it has passed. */
export const CLOSE_UNRATED = 'close-unrated-request';

export type Side = 'firm' | 'window' | 'either';

/** The request and its tasks from submission to the end, under one lock. */
@Injectable()
export class Fulfilment {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly submission: Submission,
    private readonly access: CaseAccess,
    private readonly clocks: Clocks,
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async submit(id: string, actor: Actor): Promise<ServiceRequest> {
    const [answer] = await this.transactions.run((tx) => this.submission.submitAll(tx, [{ id, actor }]));
    if (!answer) throw requestProblem.unknown();
    if ('error' in answer) throw answer.error;
    return answer.request;
  }

  accept(id: string, actor: Actor): Promise<CaseFile> {
    return this.command(id, { actor, side: 'window' }, (file, act, tx) => this.submission.accept(tx, file, act));
  }

  withdraw(id: string, reason: string, actor: Actor): Promise<CaseFile> {
    return this.command(id, { actor, side: 'either' }, (file, act) => withdrawCase(file, reason, act));
  }

  reopen(id: string, taskIds: readonly string[], reason: string, actor: Actor): Promise<CaseFile> {
    return this.command(id, { actor, side: 'firm' }, (file, act) => reopenCase(file, taskIds, reason, act));
  }

  close(id: string, actor: Actor): Promise<CaseFile> {
    return this.command(id, { actor, side: 'firm' }, (file, act) => closeCase(file, act, false));
  }

  /** After the window for rating has passed. Looks again: the calendar or the request may have changed since the timer was set. */
  closeUnrated(requestId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const file = (await this.cases.lock(tx, [requestId])).get(requestId);
      if (file?.request.status !== 'completed') return;
      const window = await this.clocks.find(tx, requestId, 'rating');
      if (window && window.dueAt > now) return this.setCloseTimer(tx, requestId, window.dueAt);
      closeCase(file, { by: theSystem, at: now }, true);
      await this.cases.save(tx, [file], now);
    });
  }

  /** Within the transaction of the rating; closes the request when everything is confirmed and rated. */
  async noteRating(tx: EntityManager, rated: { requestId: string; taskId?: string } & Stars, by: By): Promise<void> {
    const act = { by, at: this.clock.now() };
    const file = (await this.cases.lock(tx, [rated.requestId])).get(rated.requestId);
    if (!file) throw requestProblem.unknown();
    noteRating(file, rated.taskId ?? null, rated, act);
    await this.save(tx, [file], act.at);
  }

  /** Facts of jobs, in order; those of many requests share the statements. An unknown task is a fault of the sender. */
  async followAll(tx: EntityManager, facts: readonly JobFact[]): Promise<void> {
    const now = this.clock.now();
    const files = await this.cases.lock(tx, [...new Set(facts.map(({ data }) => data.requestId))]);
    for (const fact of facts) {
      const file = files.get(fact.data.requestId);
      if (!file) throw taskProblem.unknown();
      followFact(file, fact, now);
    }
    await this.save(tx, [...files.values()], now);
  }

  /** One command on one request: lock, ask who may, decide, write. */
  command(
    requestId: string,
    { actor, side }: { readonly actor: Actor; readonly side: Side },
    work: (file: CaseFile, act: Act, tx: EntityManager) => void | Promise<void>,
  ): Promise<CaseFile> {
    return this.transactions.run(async (tx) => {
      const act = { by: byOf(actor), at: this.clock.now() };
      const file = (await this.cases.lock(tx, [requestId])).get(requestId);
      if (!file) throw requestProblem.unknown();
      await this.assertMay(actor, side, file.request);
      await work(file, act, tx);
      await this.save(tx, [file], act.at);
      return file;
    });
  }

  private async assertMay(actor: Actor, side: Side, request: ServiceRequest): Promise<void> {
    const hidden = requestProblem.unknown();
    if (side === 'firm') await this.access.assertFirm(actor, request, hidden);
    else if (side === 'either') await this.access.assertEither(actor, request, hidden);
    else this.access.assertWindow(actor, request, hidden);
  }

  private async save(tx: EntityManager, files: readonly CaseFile[], at: Date): Promise<void> {
    await this.cases.save(tx, files, at);
    for (const { request, requestChanges } of files) {
      if (!requestChanges.has('completedAt') || request.status !== 'completed') continue;
      const window = await this.clocks.find(tx, request.id, 'rating');
      if (window) await this.setCloseTimer(tx, request.id, window.dueAt);
    }
  }

  private setCloseTimer(tx: EntityManager, requestId: string, at: Date): Promise<void> {
    return this.timers.schedule(tx, {
      key: `${CLOSE_UNRATED}:${requestId}`,
      task: CLOSE_UNRATED,
      payload: { requestId },
      at,
    });
  }
}
