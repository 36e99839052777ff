import { nameKey } from '@qi/kernel';
import type { Demand } from '@qi/contracts';
import type { Names } from '../synonym/thesaurus';
import type { CoveredNames } from './candidate';

type Line = { readonly object: string; readonly parameter: string };

/** Tells of a line which names of the demand it covers under other names: synonyms and categories above, as curated. */
export function coveredNames({ object, tests }: Demand, names: Names): (line: Line) => CoveredNames {
  const objects = new Set(names.covering('object', object).slice(1));
  const parameters = [...new Set(tests.map(({ parameter }) => parameter))].map(
    (parameter) => [parameter, new Set(names.covering('parameter', parameter).slice(1))] as const,
  );
  return (line) => {
    const key = nameKey(line.parameter);
    const covered = parameters.filter(([, keys]) => keys.has(key)).map(([parameter]) => parameter);
    return {
      ...(objects.has(nameKey(line.object)) ? { objectNames: [object] } : {}),
      ...(covered.length > 0 ? { parameterNames: covered } : {}),
    };
  };
}
