import { cursorsAfter, merged } from './merge';

const at = (...minutes: number[]) => minutes.map((minute) => ({ at: new Date(minute * 60_000).toISOString() }));
const minutesOf = (entries: readonly { at: string }[]) => entries.map((entry) => Date.parse(entry.at) / 60_000);

describe('logs of several services', () => {
  it('are one list, newest first', () => {
    expect(minutesOf(merged([{ a: { items: at(9, 5) }, b: { items: at(7, 6) } }]))).toEqual([9, 7, 6, 5]);
  });

  it('go back as far as all have told; the rest waits', () => {
    const first = { a: { items: at(9, 8), next: 'x' }, b: { items: at(7, 2) } };
    expect(minutesOf(merged([first]))).toEqual([9, 8]);
    expect(minutesOf(merged([first, { a: { items: at(6, 1) } }]))).toEqual([9, 8, 7, 6, 2, 1]);
  });

  it('are asked on only where there is more', () => {
    expect(cursorsAfter({ a: { items: [], next: 'x' }, b: { items: [] } })).toEqual({ a: 'x' });
    expect(cursorsAfter({ a: { items: [] } })).toBeUndefined();
  });

  it('of nobody are empty', () => expect(merged([])).toEqual([]));
});
