import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import { CandidateFinder } from '../candidate-finder';
import type { TaskOpened } from '../candidate-finder';
import { ProviderSettings } from '../provider-options';
import { route } from '../routing/route';
import { routingDemandOf } from '../task/task';
import { RoutingKnowledge } from './routing-knowledge';

export interface Holder {
  readonly providerId: string;
  readonly siteId: string | null;
}

/** What bars a provider from a task; without words it holds nothing any more that has to do with the task. */
export interface Bar {
  readonly words?: Words;
}

/** Whether one provider is approved for a task, by the gates of competence alone. */
@Injectable()
export class CompetenceService {
  constructor(
    private readonly finder: CandidateFinder,
    private readonly settings: ProviderSettings,
    private readonly knowledge: RoutingKnowledge,
  ) {}

  /** Judged by what the register says now, as of business date `on`; undefined if nothing bars it. */
  async findBar(tx: EntityManager, opened: TaskOpened, holder: Holder, on: string): Promise<Bar | undefined> {
    const task = { ...opened, demand: { ...opened.demand, plannedDate: on } };
    const references = task.demand.tests.map(({ methodStandard }) => methodStandard);
    const { policy, near } = await this.knowledge.read(tx, references);
    const candidates = await this.finder.findOf(holder.providerId, task, tx);
    // Its people took the job on, so a limit note that nobody else has read does not bar it: as with a dispatch.
    const demand = { ...routingDemandOf(task, []), dispatchedTo: holder.providerId };
    const gates = this.settings.rules.gates.filter(({ kind }) => kind === 'competence');
    const input = { demand, candidates, asOf: on, standards: near(references), policy };
    const here = route(input, { gates, factors: [] }).judgements.filter(
      ({ siteId }) => holder.siteId === null || siteId === undefined || siteId === holder.siteId,
    );
    if (here.some(({ failed }) => failed.length === 0)) return undefined;
    const words = here[0]?.failed[0]?.words;
    return words ? { words } : {};
  }
}
