import type { EntityManager } from 'typeorm';
import type { TaskOpened } from '../candidate-finder';
import type { Kept } from '../record/keep';
import type { RoutingInput } from '../routing/decision';

/** One task to be decided, with all that is known but the candidates. */
export interface Deciding extends Omit<RoutingInput, 'candidates'> {
  readonly task: TaskOpened;
}

/**
 * How a provider service decides: by `FinderDecider` unless it has a way of its own to the same decisions. Each task is
 * judged with the load that those before it in the list have brought.
 */
export abstract class Decider {
  abstract decide(tx: EntityManager, asked: readonly Deciding[]): Promise<Kept[]>;
}
