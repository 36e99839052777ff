import { nameKey } from '@qi/kernel';
import type { Synonym, SynonymKind } from './synonym';

type Entry = Pick<Synonym, 'kind' | 'nameKey' | 'otherKey' | 'relation'>;

/** Under which names is a thing covered? */
export interface Names {
  /** Keys under which holders cover `name`, its own first: names that mean the same, and all categories above them. */
  covering(kind: SynonymKind, name: string): readonly string[];
}

/** The table of names as routing asks it: under which names is a thing covered? Built once per change of the table. */
export class Thesaurus implements Names {
  /** Key of a name → keys of the names whose holders cover it, one step further. */
  private readonly steps = new Map<string, string[]>();
  private readonly known = new Map<string, readonly string[]>();

  constructor(entries: readonly Entry[]) {
    for (const { kind, nameKey: name, otherKey: other, relation } of entries) {
      this.step(kind, name, other);
      if (relation === 'same') this.step(kind, other, name);
    }
  }

  covering(kind: SynonymKind, name: string): readonly string[] {
    const start = nameKey(name);
    if (!this.steps.has(`${kind} ${start}`)) return [start];
    const before = this.known.get(`${kind} ${start}`);
    if (before) return before;
    const found = new Set([start]);
    // A set is walked in the order in which it grows; a circle ends because nothing new comes.
    for (const key of found) for (const next of this.steps.get(`${kind} ${key}`) ?? []) found.add(next);
    const keys = [...found];
    this.known.set(`${kind} ${start}`, keys);
    return keys;
  }

  private step(kind: SynonymKind, from: string, to: string): void {
    const steps = this.steps.get(`${kind} ${from}`);
    if (steps) steps.push(to);
    else this.steps.set(`${kind} ${from}`, [to]);
  }
}
