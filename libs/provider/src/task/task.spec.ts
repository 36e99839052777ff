import { newId } from '@qi/kernel';
import { aTaskOpened } from '@qi/testing';
import { isNews, latestOfEach, routingDemandOf } from './task';

const [a, b, c] = [newId(), newId(), newId()];

describe('routingDemandOf', () => {
  it('keeps out whoever the firm excludes and whoever dropped out, in any round', () => {
    const task = aTaskOpened({ round: 3, excluded: [a] });
    const dropouts = [
      { providerId: b, round: 1, why: 'declined' as const },
      { providerId: c, round: 2, why: 'expired' as const },
      { providerId: b, round: 3, why: 'terminated' as const },
    ];
    expect(routingDemandOf(task, dropouts).excluded).toEqual([a, b, c].sort());
  });

  it('a dispatch may name one that declined before, but not one that declined the dispatch', () => {
    const dispatchedTo = { providerId: b, by: { sub: 'c', name: '窗口' }, reason: '已沟通' };
    const task = aTaskOpened({ round: 2, dispatchedTo });
    const before = { providerId: b, round: 1, why: 'declined' as const };
    expect(routingDemandOf(task, [before])).toMatchObject({ excluded: [], dispatchedTo: b });
    expect(routingDemandOf(task, [before, { ...before, round: 2 }]).excluded).toEqual([b]);
  });
});

describe('openings of one task', () => {
  it('the highest round counts, once', () => {
    const task = aTaskOpened();
    const second = { ...task, round: 2 };
    const other = aTaskOpened();
    expect(latestOfEach([task, other, second, task])).toEqual([second, other]);
  });

  it.each([
    ['the first one', 1, undefined, true],
    ['a redelivery', 1, { round: 1, status: 'open' as const }, false],
    ['an older one', 1, { round: 2, status: 'open' as const }, false],
    ['a newer one', 3, { round: 2, status: 'open' as const }, true],
    ['one of a cancelled task', 3, { round: 2, status: 'cancelled' as const }, false],
  ])('%s', (_, round, before, news) => {
    expect(isNews(aTaskOpened({ round }), before)).toBe(news);
  });
});
