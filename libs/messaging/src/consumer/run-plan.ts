import type { ReceivedEvent } from './received-event';

export interface Run {
  readonly type: string;
  readonly events: ReceivedEvent[];
}

/**
 * Puts facts into runs of one type each, to be applied one run after another. Facts of one key keep their order; facts
 * of different keys may change places, so that a chunk in which types alternate still makes long runs.
 */
export function planRuns(events: readonly ReceivedEvent[]): Run[] {
  const runs: Run[] = [];
  const lastOfKey = new Map<string, number>();
  const runsOfType = new Map<string, number[]>();
  for (const event of events) {
    const key = `${event.topic}\u0000${event.key}`;
    const earliest = lastOfKey.get(key) ?? 0;
    const candidates = runsOfType.get(event.type) ?? [];
    let at = candidates.find((index) => index >= earliest);
    if (at === undefined) {
      at = runs.length;
      runs.push({ type: event.type, events: [] });
      runsOfType.set(event.type, [...candidates, at]);
    }
    runs[at]?.events.push(event);
    lastOfKey.set(key, at);
  }
  return runs;
}
