import { PUBLISHED_AFTER_MS, PUBLISHED_BEFORE_MS, SIGNS_FOR_MS, signingFirst, turnover } from './signing-key';

const start = new Date('2026-11-01T00:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);
const first = { kid: 'first', signsFrom: start };
const second = { kid: 'second', signsFrom: after(SIGNS_FOR_MS) };

describe('signing keys', () => {
  it('the first one signs at once', () => {
    expect(turnover([], start)).toEqual({ makeFor: start, drop: [] });
  });

  it('the next one is made a day before it signs', () => {
    const due = SIGNS_FOR_MS - PUBLISHED_BEFORE_MS;
    expect(turnover([first], after(due - 1)).makeFor).toBeUndefined();
    expect(turnover([first], after(due)).makeFor).toEqual(after(SIGNS_FOR_MS));
    expect(turnover([first, second], after(due)).makeFor).toBeUndefined();
  });

  it('after a long stop the next one is still published for a day before it signs', () => {
    const now = after(5 * SIGNS_FOR_MS);
    expect(turnover([first], now).makeFor).toEqual(new Date(now.getTime() + PUBLISHED_BEFORE_MS));
  });

  it('the old one stays until all that it signed has died', () => {
    const free = SIGNS_FOR_MS + PUBLISHED_AFTER_MS;
    expect(turnover([first, second], after(free - 1)).drop).toEqual([]);
    expect(turnover([second, first], after(free)).drop).toEqual(['first']);
  });

  it('the newest that may sign does; before any may, the oldest', () => {
    const order = (now: Date) => signingFirst([second, first], now).map(({ kid }) => kid);
    expect(order(after(0))).toEqual(['first', 'second']);
    expect(order(after(SIGNS_FOR_MS))).toEqual(['second', 'first']);
    expect(order(after(-1))).toEqual(['first', 'second']);
    expect(signingFirst([], start)).toEqual([]);
  });
});
