import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import { routingDemandOf } from '../task/task';
import type { Dropout } from '../task/task';
import { Decider } from './decider';
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
    private readonly decider: Decider,
    private readonly knowledge: RoutingKnowledge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One record per task, in order. Each task is judged with the load that the tasks before it have brought. */
  async decide(tx: EntityManager, routables: readonly Routable[]): Promise<DecisionRecord[]> {
    const known = await this.knowledge.read(
      tx,
      routables.flatMap(({ task }) => referencesOf(task)),
    );
    const at = this.clock.now();
    const asked = routables.map(({ task, dropouts }) => ({
      task,
      demand: routingDemandOf(task, dropouts),
      asOf: toBusinessDate(at),
      standards: known.near(referencesOf(task)),
      policy: known.policy,
    }));
    const decided = await this.decider.decide(tx, asked);
    return decided.map((kept, i) => {
      const { task, attempt } = routables[i] as Routable;
      const { taskId, requestId, round } = task;
      const policyVersion = known.policy.version;
      return { id: newId(), taskId, requestId, round, attempt, at: at.toISOString(), policyVersion, ...kept };
    });
  }
}

function referencesOf({ demand }: TaskOpened): string[] {
  return demand.tests.map(({ methodStandard }) => methodStandard);
}
