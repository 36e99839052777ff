interface Dated {
  readonly at: string;
}

/** One page of each service that was asked. */
export type Round<T> = Readonly<Record<string, { readonly items: readonly T[]; readonly next?: string }>>;

/** Where to go on, for each service that has more. */
export type Cursors = Readonly<Record<string, string>>;

/** Undefined when nobody has more. */
export function cursorsAfter(round: Round<unknown>): Cursors | undefined {
  const more = Object.entries(round).flatMap(([service, { next }]) => (next ? [[service, next] as const] : []));
  return more.length > 0 ? Object.fromEntries(more) : undefined;
}

/**
 * What several services told, newest first: as far back as all of them have told. What one has told beyond the point
 * that another has come to waits for it, so that nothing later slips in above.
 */
export function merged<T extends Dated>(rounds: readonly Round<T>[]): T[] {
  const unfinished = Object.values(rounds.at(-1) ?? {}).filter(({ next }) => next !== undefined);
  const horizon = Math.max(...unfinished.map(({ items }) => timeOf(items.at(-1))), -Infinity);
  return rounds
    .flatMap((round) => Object.values(round).flatMap(({ items }) => items))
    .filter((entry) => timeOf(entry) >= horizon)
    .sort((a, b) => timeOf(b) - timeOf(a));
}

interface Someone {
  readonly id: string;
  readonly name?: string;
}
interface Look {
  readonly actor: { readonly organisation?: Someone };
  readonly owner: Someone;
}

/** Names by id out of what several services told: a service that knows no name of somebody learns it from one that does. */
export function namesIn(entries: readonly Look[]): ReadonlyMap<string, string> {
  const people = entries.flatMap(({ actor: { organisation }, owner }) =>
    organisation ? [owner, organisation] : [owner],
  );
  return new Map(people.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
}

function timeOf(entry: Dated | undefined): number {
  return entry ? Date.parse(entry.at) : -Infinity;
}
