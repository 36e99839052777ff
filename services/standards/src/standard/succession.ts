import type { Step } from './relation';
import { statusOn, type StandardStatus, type Validity } from './status';

/** What is known around one standard: every step that leads to it or away from it, and the standards themselves. */
export interface Surroundings<S extends Validity> {
  readonly steps: readonly Step[];
  readonly standards: ReadonlyMap<string, S>;
}

export interface Succession {
  readonly number: string;
  readonly on: string;
  /** Of the standard itself; undefined when the library does not hold it. */
  readonly status: StandardStatus | undefined;
  /** What stands in its place on that day, nearest first. */
  readonly inForce: readonly string[];
  /** What will stand in its place: issued, and not yet in force on that day. */
  readonly upcoming: readonly string[];
  /** Named as successors, yet not in the library. */
  readonly unknown: readonly string[];
  /** Every step away from the standard, nearest first. */
  readonly after: readonly Step[];
  /** Every step that led to it, nearest first. */
  readonly before: readonly Step[];
}

/** A pure walk; loops in the register are walked once. */
export function successionOf<S extends Validity>(around: Surroundings<S>, number: string, on: string): Succession {
  const itself = around.standards.get(number);
  const found = { inForce: [] as string[], upcoming: [] as string[], unknown: [] as string[] };
  walk(
    number,
    (from) => around.steps.filter((step) => step.from === from),
    'to',
    (to) => {
      const standard = around.standards.get(to);
      const status = standard && statusOn(standard, on);
      if (status === 'in-force') found.inForce.push(to);
      else if (status === 'issued' || status === 'unissued') found.upcoming.push(to);
      else if (!status) found.unknown.push(to);
      return status === 'withdrawn' || status === undefined;
    },
  );
  return {
    number,
    on,
    status: itself && statusOn(itself, on),
    ...found,
    after: walk(number, (from) => around.steps.filter((step) => step.from === from), 'to'),
    before: walk(number, (to) => around.steps.filter((step) => step.to === to), 'from'),
  };
}

/** Breadth first; `goOn` says whether the walk continues behind a standard. */
function walk(
  start: string,
  stepsAt: (number: string) => readonly Step[],
  end: 'from' | 'to',
  goOn: (number: string) => boolean = () => true,
): Step[] {
  const seen = new Set([start]);
  const taken: Step[] = [];
  let front = [start];
  while (front.length > 0) {
    const next: string[] = [];
    for (const step of front.flatMap(stepsAt)) {
      taken.push(step);
      if (seen.has(step[end])) continue;
      seen.add(step[end]);
      if (goOn(step[end])) next.push(step[end]);
    }
    front = next;
  }
  return taken;
}
