import { admitsLimit, coversClauses, methodOn, numberOf, readNumber, standardCurrency } from '@qi/provider';
import type { Deciding } from '@qi/provider';
import type { Names } from '../synonym/thesaurus';
import type { AskedPair } from './reach';
import type { ScopeKeys } from './scope-keys';

export interface DemandKeys {
  /** Standard families of what is cited, of what came before it and of what follows. */
  readonly families: readonly string[];
  /** Keys of the object under any edition of these families: who holds one is worth judging. */
  readonly objectKeys: readonly number[];
  readonly pairs: readonly AskedPair[];
}

/**
 * What a demand asks of the register. Whoever holds the object by a withdrawn edition, its successor or another parameter
 * is judged too, as is who holds it by a name that covers it, so that the decision can say in words what he holds in place of what is asked.
 */
export function demandKeys(
  { demand: task, standards }: Pick<Deciding, 'demand' | 'standards'>,
  keys: ScopeKeys,
  names: Names,
): DemandKeys {
  const { object, tests, plannedDate } = task.demand;
  const own = tests.map(({ methodStandard }) => readNumber(methodStandard)?.family);
  const near = tests.length === 0 ? [] : standards.map(({ family }) => family);
  const families = [...new Set([...own, ...near].filter((family) => family !== undefined))];
  const objectKeys = families.flatMap((family) =>
    names.covering('object', object).flatMap((objectKey) => keys.of(family, objectKey)),
  );
  const currency = standardCurrency(standards);
  const pairs = tests.map((pair): AskedPair => {
    const wanted = numberOf(methodOn(pair.methodStandard, plannedDate, currency));
    const numbers = keys.parameterNumbers(names.covering('parameter', pair.parameter));
    const admitted = new Map<string, boolean>();
    return {
      ...(wanted !== undefined && { wanted }),
      keys: objectKeys
        .filter((key) => keys.isOfParameter(key, numbers))
        .map((key) => ({ key, cites: wanted !== undefined && keys.isOfMethod(key, wanted) })),
      coversClauses: (held) => coversClauses(held, pair.methodStandard),
      admits: (limitNote, key) => {
        const parameter = keys.parameterOf(key);
        const known = admitted.get(`${parameter}\n${limitNote}`);
        if (known !== undefined) return known;
        const admits = admitsLimit({ limitNote, parameter }, pair, task);
        admitted.set(`${parameter}\n${limitNote}`, admits);
        return admits;
      },
    };
  });
  return { families, objectKeys, pairs };
}
