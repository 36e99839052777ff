import { Injectable } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import { byOf, HttpProblem, together, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { enterpriseRef } from '../draft/draft';
import { theSystem } from '../life-line/life-line';
import type { DuplicateHint } from '../outlook/duplicate-hints.service';
import { submit, type Act } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import type { LimitClock } from '../time-limit/clock';
import { Acceptance, needsNoClerk } from './acceptance.service';
import type { CaseFile } from './case-file';
import { Cases } from './cases.service';
import { SubmissionFactsReader, type SubmissionFacts } from './submission-facts.service';

export interface Submit {
  readonly id: string;
  readonly actor: Actor;
}

export interface Submitted {
  readonly file: CaseFile;
  readonly clocks: readonly LimitClock[];
  /** The firm asked for the same lately. */
  readonly hints: readonly DuplicateHint[];
}

/** Submission, and acceptance where no clerk is needed: the hot path. Many submissions share one transaction. */
@Injectable()
export class Submission {
  constructor(
    private readonly cases: Cases,
    private readonly access: CaseAccess,
    private readonly facts: SubmissionFactsReader,
    private readonly acceptance: Acceptance,
  ) {}

  /** Answers each command for itself, in order: one that a rule refuses does not hold up the others. */
  async submitAll(tx: EntityManager, commands: readonly Submit[], at: Date): Promise<(Submitted | Error)[]> {
    const files = await this.cases.lock(tx, [...new Set(commands.map(({ id }) => id))]);
    const requests = [...files.values()].map(({ request }) => request);
    const [terms, known] = await together(this.acceptance.termsOf(tx, requests), this.facts.read(tx, requests, at));
    const facts = { ...known, terms };
    const answers: (CaseFile | Error)[] = [];
    const world = { tx, facts, at };
    for (const command of commands) answers.push(await this.answer(command, files.get(command.id), world));
    const clocks = await this.cases.save(tx, [...files.values()], at);
    return answers.map((answer) => (answer instanceof Error ? answer : submitted(answer, clocks, facts)));
  }

  private async answer(
    { actor }: Submit,
    file: CaseFile | undefined,
    { tx, facts, at }: World,
  ): Promise<CaseFile | Error> {
    try {
      if (!file) throw requestProblem.unknown();
      await this.access.assertFirm(actor, file.request, requestProblem.unknown, tx);
      this.submitFile(file, facts, { by: byOf(actor), at });
      return file;
    } catch (error) {
      if (error instanceof DomainError || error instanceof HttpProblem) return error;
      throw error;
    }
  }

  /** Everything is judged before the first change, so that a refused file stays as it was. */
  private submitFile(file: CaseFile, facts: SubmissionFacts, act: Act): void {
    const { request } = file;
    const change = submit(request, act);
    const enterprise = this.facts.judge(request, facts);
    const fresh = { enterprise: enterpriseRef(enterprise), areaCode: enterprise.areaCode };
    file.changeRequest({ ...change, next: { ...change.next, ...fresh } });
    if (needsNoClerk(request, enterprise, facts.terms.catalogue)) {
      this.acceptance.accept(facts.terms, file, true, { by: theSystem, at: act.at });
    }
  }
}

interface World {
  readonly tx: EntityManager;
  readonly facts: SubmissionFacts;
  readonly at: Date;
}

function submitted(file: CaseFile, clocks: readonly LimitClock[], facts: SubmissionFacts): Submitted {
  const { id } = file.request;
  return { file, clocks: clocks.filter(({ requestId }) => requestId === id), hints: facts.hints.get(id) ?? [] };
}
