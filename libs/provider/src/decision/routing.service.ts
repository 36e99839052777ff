import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CandidateFinder } from '../candidate-finder';
import type { TaskOpened } from '../candidate-finder';
import { LoadBook } from '../load/provider-load';
import { ProviderSettings } from '../provider-options';
import type { Candidate } from '../routing/candidate';
import { winnerOf } from '../routing/decision';
import type { RoutingInput } from '../routing/decision';
import { route } from '../routing/route';
import { routingDemandOf } from '../task/task';
import type { Dropout } from '../task/task';
import { keep } from '../record/keep';
import type { DecisionRecord } from './decision-record';
import { RoutingKnowledge } from './routing-knowledge';

export interface Routable {
  readonly task: TaskOpened;
  readonly dropouts: readonly Dropout[];
  readonly attempt: number;
}

/** Gathers what a decision needs, decides, and writes down what was known. Stores nothing. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly finder: CandidateFinder,
    private readonly settings: ProviderSettings,
    private readonly knowledge: RoutingKnowledge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One record per task, in order. Each task is judged with the load that the tasks before it have brought. */
  async decide(tx: EntityManager, routables: readonly Routable[]): Promise<DecisionRecord[]> {
    const tasks = routables.map(({ task }) => task);
    const [found, known] = await together(
      this.finder.findMany(tasks, tx),
      this.knowledge.read(tx, tasks.flatMap(referencesOf)),
    );
    const book = await LoadBook.read(tx, providersOf(found), [...new Set(tasks.map(({ requestId }) => requestId))]);
    const at = this.clock.now();
    return routables.map((routable, i) => {
      const { task, dropouts, attempt } = routable;
      const inputs: RoutingInput = {
        demand: routingDemandOf(task, dropouts),
        candidates: (found[i] ?? []).map((candidate) => book.fill(candidate, task.requestId)).sort(byKey),
        asOf: toBusinessDate(at),
        standards: known.near(referencesOf(task)),
        policy: known.policy,
      };
      const all = { inputs, decision: route(inputs, this.settings.rules) };
      const winner = winnerOf(all.decision);
      if (winner) book.give(winner.providerId, task.requestId);
      const { taskId, requestId, round } = task;
      return {
        id: newId(),
        taskId,
        requestId,
        round,
        attempt,
        at: at.toISOString(),
        policyVersion: known.policy.version,
        ...keep(all, this.settings.rules),
      };
    });
  }
}

function referencesOf({ demand }: TaskOpened): string[] {
  return demand.tests.map(({ methodStandard }) => methodStandard);
}

function providersOf(found: readonly (readonly Candidate[])[]): string[] {
  return [...new Set(found.flat().map(({ providerId }) => providerId))];
}

function byKey(a: Candidate, b: Candidate): number {
  const [x, y] = [a, b].map(({ providerId, siteId }) => `${providerId}/${siteId ?? ''}`);
  if (x === y) return 0;
  return String(x) < String(y) ? -1 : 1;
}
