import { nameKey } from '@qi/kernel';

export interface Likeness {
  readonly name: string;
  /** 0 to 1: shared pairs of characters (Dice). */
  readonly score: number;
}

const LEAST = 0.3;

/**
 * Names that look like `wanted`, best first. A likeness is a suggestion to a person and never a route: 儿童自行车 looks like
 * 儿童三轮车 and is none.
 */
export function alike(wanted: string, names: Iterable<string>, most: number): Likeness[] {
  const [key, pairs] = [nameKey(wanted), pairsOf(nameKey(wanted))];
  const found: Likeness[] = [];
  for (const name of names) {
    const other = nameKey(name);
    if (other === key) continue;
    const score = dice(pairs, pairsOf(other));
    if (score >= LEAST) found.push({ name, score: Math.round(score * 100) / 100 });
  }
  return found.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)).slice(0, most);
}

/** Pairs of neighbouring characters; a single character stands for itself. */
function pairsOf(key: string): ReadonlySet<string> {
  const chars = [...key];
  return new Set(chars.length < 2 ? chars : chars.slice(1).map((char, at) => `${chars[at]!}${char}`));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
