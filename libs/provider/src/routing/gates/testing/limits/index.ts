import { remember } from '../../../remember';
import { exceptNamed } from './except-named';
import type { Limit, LimitRule } from './limit-rule';
import { onlyMethods } from './only-methods';
import { onlyNamed } from './only-named';
import { withinRange } from './within-range';

/** Phrases of the limit column that are understood; the first that reads a note has it. Adding one is one file and one line. */
const limitRules: readonly LimitRule[] = [onlyMethods, withinRange, exceptNamed, onlyNamed];

/** A note read whole: each of its parts by a rule. Undefined as soon as one part is not understood. */
export const readLimits = remember((note: string): readonly Limit[] | undefined => {
  const parts = note
    .normalize('NFKC')
    .split(/[;；。\n]|,(?=[只仅限除不])/)
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '');
  const limits = parts.map((part) => readOne(part));
  return limits.every((limit) => limit !== undefined) && limits.length > 0 ? limits : undefined;
});

function readOne(part: string): Limit | undefined {
  for (const rule of limitRules) {
    const limit = rule.read(part);
    if (limit) return limit;
  }
  return undefined;
}
