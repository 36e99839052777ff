import { keyOf } from '../routing/candidate';
import type { RoutingInput } from '../routing/decision';

/** One decision that gave a task to somebody: who could have taken it, with its weekly capacity, and who did. */
export interface Given {
  readonly itemCode: string;
  readonly areaCode: string;
  readonly winnerId: string;
  readonly capable: readonly { readonly providerId: string; readonly name: string; readonly capacityPerWeek: number }[];
}

export interface FairnessRow {
  readonly itemCode: string;
  readonly areaCode: string;
  readonly providerId: string;
  readonly name: string;
  readonly jobs: number;
  /** Of all jobs of the item in the area, 0–1. */
  readonly jobShare: number;
  /** Of the capacity that could have taken each job, mean over the jobs, 0–1. */
  readonly capacityShare: number;
}

interface Tally {
  readonly name: string;
  jobs: number;
  capacity: number;
}

/** Jobs against capable capacity, per item and area. A fair draw by capacity gives equal shares in the long run. */
export class Fairness {
  private readonly groups = new Map<string, { jobs: number; readonly providers: Map<string, Tally> }>();

  add({ itemCode, areaCode, winnerId, capable }: Given): void {
    const key = `${itemCode}\n${areaCode}`;
    const group = this.groups.get(key) ?? { jobs: 0, providers: new Map<string, Tally>() };
    this.groups.set(key, group);
    group.jobs += 1;
    const sum = capable.reduce((total, { capacityPerWeek }) => total + capacityPerWeek, 0);
    for (const { providerId, name, capacityPerWeek } of capable) {
      const tally = group.providers.get(providerId) ?? { name, jobs: 0, capacity: 0 };
      group.providers.set(providerId, tally);
      tally.jobs += Number(providerId === winnerId);
      tally.capacity += sum === 0 ? 1 / capable.length : capacityPerWeek / sum;
    }
  }

  /** By item and area; within them whoever got most beyond its share first. */
  rows(): FairnessRow[] {
    return [...this.groups].sort(byText).flatMap(([key, { jobs: all, providers }]) => {
      const [itemCode = '', areaCode = ''] = key.split('\n');
      const rows = [...providers].map(([providerId, { name, jobs, capacity }]) => ({
        ...{ itemCode, areaCode, providerId, name, jobs },
        jobShare: round(jobs / all),
        capacityShare: round(capacity / all),
      }));
      return rows.sort((a, b) => excess(b) - excess(a) || (a.providerId < b.providerId ? -1 : 1));
    });
  }
}

/** The providers that could have taken a task, each once however many of its sites passed. */
export function capableOf({ candidates }: RoutingInput, passed: ReadonlySet<string>): Given['capable'] {
  const capable = candidates.filter((candidate) => passed.has(keyOf(candidate)));
  return [...new Map(capable.map((candidate) => [candidate.providerId, candidate])).values()].map(
    ({ providerId, name, capacityPerWeek }) => ({ providerId, name, capacityPerWeek }),
  );
}

function excess({ jobShare, capacityShare }: FairnessRow): number {
  return jobShare - capacityShare;
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
