import { cursorsAfter, merged, namesIn } from './merge';

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

  it('share what names they know, of owners and of those who looked', () => {
    const firm = { id: 'f', name: '童车厂' };
    const look = (owner: object, organisation?: object) => ({ actor: organisation ? { organisation } : {}, owner });
    const told = [look({ id: 'f' }), look(firm, { id: 'i', name: '质检所' }), look({ id: 'x' }, { id: 'p' })];
    expect([...namesIn(told as never)]).toEqual([
      ['f', '童车厂'],
      ['i', '质检所'],
    ]);
  });

  it('of nobody are empty', () => expect(merged([])).toEqual([]));
});
