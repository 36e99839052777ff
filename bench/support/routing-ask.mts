/** Demands put to the deciding parts by so many clients at once. */
import { routingDemandOf, type Deciding } from '@qi/provider';
import type { EntityManager } from 'typeorm';
import type { Task } from './routing-demands.mts';
import type { RegisterParts } from './routing-register.mts';

export async function asked({ knowledge }: RegisterParts, tx: EntityManager, task: Task): Promise<Deciding> {
  const references = task.demand.tests.map(({ methodStandard }) => methodStandard);
  const { policy, near } = await knowledge.read(tx, references);
  return { task, demand: routingDemandOf(task, []), asOf: '2026-11-23', standards: near(references), policy };
}

/** Each client asks one after another; answers the milliseconds of each, and how many a second all together. */
export async function clients(count: number, tasks: readonly Task[], one: (task: Task) => Promise<unknown>) {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const client = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const from = performance.now();
      await one(task);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  return { times, rate: (tasks.length * 1000) / (performance.now() - started) };
}
