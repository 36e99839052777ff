export interface Difference {
  /** JSON pointer into the decision. */
  readonly pointer: string;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

export interface Replay {
  readonly same: boolean;
  readonly difference?: Difference;
}

/** Objects are compared field by field, whatever the order of their keys; arrays element by element. */
export function firstDifference(recorded: unknown, replayed: unknown, pointer: string): Difference | undefined {
  if (Object.is(recorded, replayed)) return undefined;
  if (!isTree(recorded) || !isTree(replayed) || Array.isArray(recorded) !== Array.isArray(replayed)) {
    return { pointer: pointer || '/', recorded, replayed };
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  for (const key of keys) {
    const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
    const found = firstDifference(recorded[key], replayed[key], `${pointer}/${token}`);
    if (found) return found;
  }
  return undefined;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
