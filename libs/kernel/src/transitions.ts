import { DomainError } from './domain-error';
import { fill } from './problems';

/**
 * One state machine as a table: from each state, the states that may follow. The states are read off the keys alone: the
 * first one, that nothing leads to, is one of them too.
 */
export type Transitions<S extends string> = Readonly<Record<S, readonly NoInfer<S>[]>>;

export function canGo<S extends string>(table: Transitions<S>, from: NoInfer<S>, to: NoInfer<S>): boolean {
  return table[from].includes(to);
}

const MAY_GO_ON = {
  zh: '状态“{from}”不能变为“{to}”；允许的下一状态：{legal}',
  en: 'cannot go from {from} to {to}; allowed next: {legal}',
};
const IS_FINAL = {
  zh: '状态“{from}”是终态，不能变为“{to}”',
  en: '{from} is final and cannot become {to}',
};

/** Throws `<aggregate>/illegal-transition` (conflict) whose details `{ from, to, legal }` list the states that may follow. */
export function assertTransition<S extends string>(
  aggregate: string,
  table: Transitions<S>,
  from: NoInfer<S>,
  to: NoInfer<S>,
): void {
  if (canGo(table, from, to)) return;
  const details = { from, to, legal: [...table[from]] };
  const { zh, en } = details.legal.length > 0 ? MAY_GO_ON : IS_FINAL;
  const words = { zh: fill(zh, details), en: fill(en, details) };
  throw new DomainError(`${aggregate}/illegal-transition`, 'conflict', words, details);
}

/** The states that no path from `initial` enters. A sound table has none. */
export function unreachable<S extends string>(
  table: Transitions<S>,
  initial: NoInfer<S> | readonly NoInfer<S>[],
): readonly S[] {
  const start: readonly S[] = typeof initial === 'string' ? [initial] : initial;
  const reached = closure(table, start);
  return statesOf(table).filter((state) => !reached.has(state));
}

/** The states from which no state named in `finals` can be reached: without a way out, or caught in a loop. */
export function deadEnds<S extends string>(table: Transitions<S>, finals: readonly NoInfer<S>[]): readonly S[] {
  const ends = new Set<S>(finals);
  return statesOf(table).filter((state) => ![...closure(table, [state])].some((end) => ends.has(end)));
}

function statesOf<S extends string>(table: Transitions<S>): readonly S[] {
  return Object.keys(table) as S[];
}

function closure<S extends string>(table: Transitions<S>, start: readonly S[]): ReadonlySet<S> {
  const seen = new Set<S>(start);
  for (const state of seen) for (const next of table[state]) seen.add(next);
  return seen;
}
