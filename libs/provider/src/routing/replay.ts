import type { RoutingDecision, RoutingInput } from './decision';
import type { RoutingRules } from './gate';
import { route } from './route';

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

/** Decides again from the recorded values with today's rules and names the first place where the result differs. */
export function replay<F>(
  record: { readonly inputs: RoutingInput<F>; readonly decision: RoutingDecision },
  rules: RoutingRules<F>,
): Replay {
  const again = JSON.parse(JSON.stringify(route(record.inputs, rules))) as unknown;
  const difference = firstDifference(record.decision, again, '');
  return difference ? { same: false, difference } : { same: true };
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
