import type { EventData, TaskOpenedV1 } from '@qi/contracts';
import type { EntityManager } from 'typeorm';
import type { Candidate } from './routing/candidate';

export type TaskOpened = EventData<typeof TaskOpenedV1>;

/**
 * How a provider service finds who might take a task. Give everyone worth judging, also those that will fail a gate
 * (lines of a withdrawn edition, suspended sites): the gates say why, and the nearest misses come from them.
 */
export abstract class CandidateFinder<F = unknown> {
  abstract find(task: TaskOpened, tx: EntityManager): Promise<Candidate<F>[]>;

  /** The candidates that are sites of one provider. */
  async findOf(providerId: string, task: TaskOpened, tx: EntityManager): Promise<Candidate<F>[]> {
    return (await this.find(task, tx)).filter((candidate) => candidate.providerId === providerId);
  }

  /** Candidates of many tasks, in the order given; override it to ask the database once for a whole chunk. */
  async findMany(tasks: readonly TaskOpened[], tx: EntityManager): Promise<Candidate<F>[][]> {
    const found: Candidate<F>[][] = [];
    for (const task of tasks) found.push(await this.find(task, tx));
    return found;
  }
}
