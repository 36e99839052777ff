import type { StandardCurrency, StandardFact } from './standard-fact';
import { within } from './day';

/** How many replacements in a row are followed; a real chain has two or three, a wrong entry may have a loop. */
const MAX_CHAIN = 8;

/** A look-up over the given facts. Of several editions in force on one day the one that came into force last counts. */
export function standardCurrency(facts: readonly StandardFact[]): StandardCurrency {
  const sorted = [...facts].sort((a, b) => (a.number < b.number ? -1 : 1));
  const byNumber = new Map(sorted.map((fact) => [fact.number, fact]));
  const families = groupBy(sorted, (fact) => [fact.family]);
  const predecessors = groupBy(sorted, (fact) => fact.successors);
  const find = (number: string) => byNumber.get(number);
  return {
    find,
    ofFamily: (family) => families.get(family) ?? [],
    predecessors: (number) => predecessors.get(number) ?? [],
    inForce: (family, on) => (families.get(family) ?? []).filter((fact) => isInForce(fact, on)).sort(newestFirst)[0],
    successorsOn: (number, on) => successorsOn(find, number, on),
  };
}

export function isInForce(fact: StandardFact, on: string): boolean {
  return within(on, fact.inForceFrom, fact.endsOn);
}

function successorsOn(find: StandardCurrency['find'], number: string, on: string): StandardFact[] {
  const seen = new Set([number]);
  const inForce: StandardFact[] = [];
  const direct = known(find, find(number)?.successors ?? []);
  let front = direct;
  for (let step = 0; step < MAX_CHAIN && front.length > 0; step += 1) {
    const ended: StandardFact[] = [];
    for (const fact of front) {
      if (seen.has(fact.number)) continue;
      seen.add(fact.number);
      (isInForce(fact, on) ? inForce : ended).push(fact);
    }
    front = ended.flatMap((fact) => known(find, fact.successors));
  }
  return inForce.length > 0 ? inForce : direct;
}

function known(find: StandardCurrency['find'], numbers: readonly string[]): StandardFact[] {
  return numbers.map(find).filter((fact) => fact !== undefined);
}

function groupBy(facts: readonly StandardFact[], keys: (fact: StandardFact) => readonly string[]) {
  const groups = new Map<string, StandardFact[]>();
  for (const fact of facts) {
    for (const key of keys(fact)) groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}

function newestFirst(a: StandardFact, b: StandardFact): number {
  const [from, other] = [a.inForceFrom ?? '', b.inForceFrom ?? ''];
  if (from !== other) return from < other ? 1 : -1;
  return a.number < b.number ? 1 : -1;
}
