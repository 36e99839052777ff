import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { CandidateFinder, RoutingKnowledge, routingDemandOf } from '@qi/provider';
import type { Candidate, TaskOpened } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { SynonymService } from '../synonym/synonym.service';
import { candidatesOf } from './candidate';
import type { TestingFacts } from './candidate';
import { coveredNames } from './covered-names';
import { demandKeys } from './demand-keys';
import { RegisterQueries } from './register.queries';
import { worthJudging } from './worth-judging';

/**
 * Institutions with any line for the object under a standard asked for, its predecessors or its successors: those of a
 * withdrawn edition are judged too, so that the decision can say in words that they hold the wrong one.
 */
@Injectable()
export class TestingFinder extends CandidateFinder<TestingFacts> {
  constructor(
    private readonly register: RegisterQueries,
    private readonly knowledge: RoutingKnowledge,
    private readonly synonyms: SynonymService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async find(task: TaskOpened, tx: EntityManager): Promise<Candidate<TestingFacts>[]> {
    const references = task.demand.tests.map(({ methodStandard }) => methodStandard);
    const { policy, near } = await this.knowledge.read(tx, references);
    const thesaurus = await this.synonyms.thesaurus(tx);
    const now = await this.register.current(tx);
    const asOf = toBusinessDate(this.clock.now());
    const asked = { task, demand: routingDemandOf(task, []), asOf, standards: near(references), policy };
    const worth = worthJudging(now.columns, demandKeys(asked, now.columns.keys, thesaurus));
    const images = await this.register.images(tx, worth.institutions, now.epoch);
    const { element, demand } = task;
    const wanted = { element, plannedDate: demand.plannedDate, namesOf: coveredNames(demand, thesaurus) };
    return [...images.values()].flatMap((image) =>
      candidatesOf(image, worth.lines.get(image.institutionId) ?? [], now.columns.keys, wanted),
    );
  }
}
