/** The service's decisions held against an oracle in plain SQL, written apart from it. */
import type { Kept } from '@qi/provider';
import type { Client } from 'pg';
import { figure, percentile, type Figure } from './report.mts';
import { asked } from './routing-ask.mts';
import type { Task } from './routing-demands.mts';
import { ask, prepareOracle, type Answer } from './routing-oracle.mts';
import type { RegisterParts } from './routing-register.mts';

interface Judged extends RegisterParts {
  readonly db: Client;
}

interface Compared {
  readonly differing: number;
  readonly times: readonly number[];
}

/** Counts, and the totals of the best in order; among equal totals the draw decides, which SQL does not make. */
async function againstOracle(bench: Judged, tasks: readonly Task[]): Promise<Compared> {
  await prepareOracle(bench.db);
  const times: number[] = [];
  let differing = 0;
  for (const task of tasks) {
    const [kept] = await bench.decider.decide(bench.source.manager, [await asked(bench, bench.source.manager, task)]);
    const from = performance.now();
    const answer = await ask(bench.db, task);
    times.push(performance.now() - from);
    const why = difference(kept as Kept, answer);
    if (why) console.error(`${JSON.stringify(task.demand)}: ${why}`);
    if (why) differing += 1;
  }
  return { differing, times };
}

function difference({ decision }: Kept, answer: Answer): string | undefined {
  if (answer.candidates === 0) return decision.passed === 0 ? undefined : 'somebody passed where nobody is';
  const counted: Record<string, number> = {
    ...decision.gateCounts,
    candidates: decision.candidates,
    passed: decision.passed,
  };
  const expected = { ...answer.gates, candidates: answer.candidates, passed: answer.passed };
  const wrong = Object.entries(expected).find(([name, count]) => counted[name] !== count);
  if (wrong) return `${wrong[0]}: ${counted[wrong[0]]}, oracle ${wrong[1]}`;
  const totals = new Map(decision.judgements.map(({ key, total }) => [key, total]));
  const place = decision.order.findIndex((key, at) => !isPlaced(key, totals.get(key) ?? 0, at, answer.best));
  return place < 0 ? undefined : `place ${place}: ${decision.order[place]}, oracle ${answer.best[place]?.join(' ')}`;
}

/** The total may differ by a rounding; where totals tell candidates apart, it must be the same candidate. */
function isPlaced(key: string, total: number, at: number, best: Answer['best']): boolean {
  const own = best[at];
  if (!own || Math.abs(total - own[1]) > 1) return false;
  const apart = [best[at - 1], best[at + 1]].every((other) => !other || Math.abs(other[1] - own[1]) > 2);
  return !apart || own[0] === key;
}

export async function withOracle(bench: Judged, tasks: readonly Task[]): Promise<Figure[]> {
  const { differing, times } = await againstOracle(bench, tasks);
  const sorted = [...times].sort((a, b) => a - b);
  return [
    figure('oracle: demands decided in plain SQL', times.length, 'demands'),
    figure('  differing from the service', differing, 'demands', { atMost: 0 }),
    figure('baseline, rows and covering index joined: p50', percentile(sorted, 0.5), 'ms'),
    figure('baseline, rows and covering index joined: p99', percentile(sorted, 0.99), 'ms'),
  ];
}
