import { Inject, Injectable } from '@nestjs/common';
import type { By } from '@qi/contracts';
import { CLOCK, type Clock } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { theSystem } from '../life-line/life-line';
import { requestProblem } from '../service-request/service-request.problems';
import type { JobFact } from '../task/job-fact';
import { taskProblem } from '../task/task.problems';
import { Acceptance } from './acceptance.service';
import { tellStep, type TaskStep } from './task-step';
import { CaseDesk } from './case-desk.service';
import type { CaseFile } from './case-file';
import { Cases } from './cases.service';
import { closeCase, followFact, noteRating, reopenCase, withdrawCase, type Stars } from './fulfilment';

/** Where a fact or a rating is written: the transaction of whoever brings it. */
export type Tx = EntityManager;

/** The request and its tasks from acceptance to the end. */
@Injectable()
export class Fulfilment {
  constructor(
    private readonly desk: CaseDesk,
    private readonly cases: Cases,
    private readonly acceptance: Acceptance,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  accept(id: string, actor: Actor): Promise<CaseFile> {
    return this.desk.command(id, { actor, side: 'window' }, async (file, act, tx) =>
      this.acceptance.accept(await this.acceptance.termsOf(tx, [file.request]), file, false, act),
    );
  }

  withdraw(id: string, reason: string, actor: Actor): Promise<CaseFile> {
    return this.desk.command(id, { actor, side: 'either' }, (file, act) => withdrawCase(file, reason, act));
  }

  reopen(id: string, taskIds: readonly string[], reason: string, actor: Actor): Promise<CaseFile> {
    return this.desk.command(id, { actor, side: 'firm' }, (file, act) => reopenCase(file, taskIds, reason, act));
  }

  close(id: string, actor: Actor): Promise<CaseFile> {
    return this.desk.command(id, { actor, side: 'firm' }, (file, act) => closeCase(file, act, false));
  }

  /** Within the transaction of the rating; closes the request when everything is confirmed and rated. */
  async noteRating(tx: Tx, rated: { requestId: string; taskId?: string } & Stars, by: By): Promise<void> {
    const act = { by, at: this.clock.now() };
    const file = (await this.cases.lock(tx, [rated.requestId])).get(rated.requestId);
    if (!file) throw requestProblem.unknown();
    noteRating(file, rated.taskId ?? null, rated, act);
    await this.cases.save(tx, [file], act.at);
  }

  /** Facts of jobs, in order; those of many requests share the statements. An unknown task is a fault of the sender. */
  async followAll(tx: Tx, facts: readonly JobFact[]): Promise<void> {
    const now = this.clock.now();
    const files = await this.cases.lock(tx, [...new Set(facts.map(({ data }) => data.requestId))]);
    for (const fact of facts) {
      const file = files.get(fact.data.requestId);
      if (!file) throw taskProblem.unknown();
      followFact(file, fact, now);
    }
    await this.cases.save(tx, [...files.values()], now);
  }

  /** Steps that others have to tell on the life lines of tasks. */
  async tell(tx: Tx, steps: readonly (TaskStep & { readonly requestId: string })[]): Promise<void> {
    const act = { by: theSystem, at: this.clock.now() };
    const files = await this.cases.lock(tx, [...new Set(steps.map(({ requestId }) => requestId))]);
    for (const step of steps) {
      const file = files.get(step.requestId);
      if (file) tellStep(file, step, act);
    }
    await this.cases.save(tx, [...files.values()], act.at);
  }
}
