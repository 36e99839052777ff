import { nameKey } from '@qi/kernel';
import { Injectable } from '@nestjs/common';
import { CandidateFinder } from '@qi/provider';
import type { Candidate, TaskOpened } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import { candidatesOf } from './candidate';
import type { MetrologyFacts } from './candidate';
import { RegisterQueries } from './register.queries';

/** Institutes that measure any of the measurands asked for, suspended ones and those for other instruments included. */
@Injectable()
export class CalibrationFinder extends CandidateFinder<MetrologyFacts> {
  constructor(private readonly register: RegisterQueries) {
    super();
  }

  async find(task: TaskOpened, tx: EntityManager): Promise<Candidate<MetrologyFacts>[]> {
    const [candidates = []] = await this.findMany([task], tx);
    return candidates;
  }

  override async findMany(tasks: readonly TaskOpened[], tx: EntityManager): Promise<Candidate<MetrologyFacts>[][]> {
    const wanted = tasks.map(measurandKeysOf);
    const capabilities = await this.register.capabilitiesOf(tx, [...new Set(wanted.flatMap((keys) => [...keys]))]);
    const ids = [...new Set(capabilities.map((capability) => capability.instituteId))];
    const institutes = await this.register.institutes(tx, ids);
    return tasks.map(({ demand: { measurements }, enterprise: { areaCode } }, at) => {
      const related = capabilities.filter((capability) => wanted[at]?.has(capability.measurandKey));
      return institutes.flatMap((institute) => {
        const held = related.filter((capability) => capability.instituteId === institute.id);
        return candidatesOf(institute, held, { measurements, areaCode });
      });
    });
  }
}

/** A measurand may be entered under its own name or under that of the instrument. */
function measurandKeysOf({ demand }: TaskOpened): Set<string> {
  return new Set(demand.measurements.flatMap(({ measurand, instrument }) => [nameKey(measurand), nameKey(instrument)]));
}
