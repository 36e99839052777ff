import { planRuns } from './run-plan';
import type { ReceivedEvent } from './received-event';

let count = 0;
function event(type: string, key: string, topic = 'tasks'): ReceivedEvent {
  count += 1;
  return { id: String(count), type, source: '/qi/x', subject: key, time: new Date(0), data: {}, key, topic };
}

function shape(events: ReceivedEvent[]): string[] {
  return planRuns(events).map(({ type, events: run }) => `${type}:${run.map(({ key }) => key).join('')}`);
}

describe('planRuns', () => {
  it('makes one run of each type when types alternate between keys', () => {
    expect(shape([event('a', '1'), event('b', '2'), event('a', '3'), event('b', '4')])).toEqual(['a:13', 'b:24']);
  });

  it('keeps the order of one key, whatever the types', () => {
    expect(shape([event('a', '1'), event('b', '1'), event('a', '1')])).toEqual(['a:1', 'b:1', 'a:1']);
  });

  it('never lets a fact overtake an earlier one of its key by joining an earlier run', () => {
    const events = [event('a', '1'), event('b', '2'), event('a', '2'), event('b', '1'), event('a', '3')];
    expect(shape(events)).toEqual(['a:13', 'b:21', 'a:2']);
  });

  it('takes equal keys of different topics for different keys', () => {
    expect(shape([event('a', '1', 'x'), event('b', '1', 'x'), event('a', '1', 'y')])).toEqual(['a:11', 'b:1']);
  });

  it('keeps per-key order for any mixture', () => {
    const types = ['a', 'b', 'c'];
    const events = Array.from({ length: 300 }, (_, n) => event(types[(n * 7) % 3] ?? 'a', String((n * n) % 11)));
    const applied = planRuns(events).flatMap((run) => run.events);
    expect(applied).toHaveLength(events.length);
    for (const key of new Set(events.map((one) => one.key))) {
      const ofKey = (list: ReceivedEvent[]) => list.filter((one) => one.key === key).map(({ id }) => id);
      expect(ofKey(applied)).toEqual(ofKey(events));
    }
  });
});
