import { Injectable } from '@nestjs/common';
import { parseStandardNumber } from '@qi/kernel';
import { CandidateFinder, RoutingKnowledge } from '@qi/provider';
import type { Candidate, TaskOpened } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { SynonymService } from '../synonym/synonym.service';
import type { Thesaurus } from '../synonym/thesaurus';
import { candidatesOf } from './candidate';
import type { TestingFacts } from './candidate';
import { coveredNames } from './covered-names';
import { groupBy } from './group';
import type { RegisterLine } from './register';
import { RegisterQueries } from './register.queries';
import type { LineKey } from './register.queries';

/** Lines looked at when nobody has the object: enough to name who holds the standard. */
const STRANGERS = 200;

/**
 * Institutions with any line for the object, by a name that covers it, under a standard asked for, its predecessors or its successors: those of a
 * withdrawn edition are judged too, so that the decision can say in words that they hold the wrong one.
 */
@Injectable()
export class TestingFinder extends CandidateFinder<TestingFacts> {
  constructor(
    private readonly register: RegisterQueries,
    private readonly knowledge: RoutingKnowledge,
    private readonly synonyms: SynonymService,
  ) {
    super();
  }

  async find(task: TaskOpened, tx: EntityManager): Promise<Candidate<TestingFacts>[]> {
    const [candidates = []] = await this.findMany([task], tx);
    return candidates;
  }

  override async findMany(tasks: readonly TaskOpened[], tx: EntityManager): Promise<Candidate<TestingFacts>[][]> {
    const register = await this.register.current(tx);
    const thesaurus = await this.synonyms.thesaurus(tx);
    const keys = await this.keysOf(tasks, thesaurus, tx);
    const linesOf = await register.linesOf(tx, keys.flat());
    const found: (readonly RegisterLine[])[] = [];
    for (const wanted of keys) {
      const lines = wanted.flatMap(linesOf);
      const families = wanted.map(({ family }) => family);
      found.push(lines.length > 0 ? lines : await register.linesOfAnyObject(tx, families, STRANGERS));
    }
    const ids = found.flatMap((lines) => lines.map((line) => line.institutionId));
    const institutions = await register.institutionsOf(tx, ids);
    return tasks.map(({ element, demand }, at) => {
      const wanted = { element, plannedDate: demand.plannedDate, namesOf: coveredNames(demand, thesaurus) };
      const grouped = groupBy(found[at] ?? [], (line) => line.institutionId);
      return [...grouped].flatMap(([id, lines]) => {
        const institution = institutions.get(id);
        return institution ? candidatesOf(institution, lines, wanted) : [];
      });
    });
  }

  private async keysOf(tasks: readonly TaskOpened[], thesaurus: Thesaurus, tx: EntityManager): Promise<LineKey[][]> {
    const references = tasks.map(({ demand }) => demand.tests.map((test) => test.methodStandard));
    const known = await this.knowledge.read(tx, references.flat());
    return tasks.map(({ demand }, at) => {
      const cited = references[at] ?? [];
      const own = cited.map((reference) => parseStandardNumber(reference)?.family);
      const near = known.near(cited).map((standard) => standard.family);
      const families = new Set([...own, ...near].filter((family) => family !== undefined));
      const objects = thesaurus.covering('object', demand.object);
      return [...families].flatMap((family) => objects.map((objectKey) => ({ family, objectKey })));
    });
  }
}
