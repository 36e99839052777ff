import { keyOf } from '@qi/provider';
import type { route } from '@qi/provider';
import fc from 'fast-check';
import {
  asked,
  byFacts,
  byNumbers,
  columnsOf,
  decidingOf,
  rules,
  scratch,
  world,
  worldOf,
} from '../../test/field-world';
import type { Asked, World } from '../../test/field-world';
import { Field } from './field';
import { openOnDate } from './open-on-date';

const outcomeOf = ({
  candidates,
  passed,
  gateCounts,
  order,
  nearestMisses,
  sharedMisses,
  judgements,
}: ReturnType<typeof route>) => ({
  ...{ candidates, passed, gateCounts },
  order: order.slice(0, 10),
  totals: order.slice(0, 10).map((key) => judgements.find((one) => one.key === key)?.total),
  misses: nearestMisses.map(({ key }) => key),
  shared: sharedMisses,
});

describe('a field decided by numbers', () => {
  it('is decided as route decides it, for any register and demand', () => {
    fc.assert(
      fc.property(world, asked, (some, given) => {
        const columns = columnsOf(some);
        const deciding = decidingOf(given, some);
        expect(byNumbers(columns, deciding)).toEqual(outcomeOf(byFacts(columns, some, deciding)));
      }),
      { numRuns: 400 },
    );
  });

  it('and so after any institutions have changed, come and gone', () => {
    fc.assert(
      fc.property(world, world, asked, (before, after, given) => {
        const columns = columnsOf(before);
        const moved = after.images.map((image, n) => ({
          ...image,
          institutionId: before.images[n]?.institutionId ?? image.institutionId,
        }));
        const loads = new Map([...before.loads, ...after.loads]);
        for (const [id, load] of after.loads) columns.setLoad(id, load);
        const stays = before.images.slice(moved.length + 1);
        before.images.slice(0, moved.length + 1).forEach((image, n) => columns.replace(image, moved[n]));
        moved.slice(before.images.length).forEach((image) => columns.replace(undefined, image));
        const now = { images: [...moved, ...stays], loads };
        const deciding = decidingOf(given, now);
        expect(byNumbers(columns, deciding)).toEqual(outcomeOf(byFacts(columns, now, deciding)));
      }),
    );
  });

  it('refuses rules with a gate that it does not know', () => {
    const unknown = { ...openOnDate, name: 'new-gate' };
    const some = worldOf([]);
    const deciding = decidingOf({ object: '', tests: [], schemes: [] } as never, some);
    const context = { policy: deciding.policy };
    const question = {
      ...deciding,
      context,
      rules: { ...rules, gates: [unknown] },
      pairs: [],
      objectKeys: [],
    } as never;
    expect(() => new Field(question, columnsOf(some), scratch).decide()).toThrow('new-gate');
  });
});

it('names of candidates are those that route gives them', () => {
  expect(keyOf({ providerId: 'a', siteId: 'b' })).toBe('a/b');
});

/** The property holds for what these tell of any register and demand: who wins, and the best in order. */
describe('the choice', () => {
  const orderOf = (some: World, given: Asked, of = some) => byNumbers(columnsOf(some), decidingOf(given, of)).order;
  const providerOf = (key = '') => key.split('/')[0];

  it('never falls on a candidate that fails a gate', () => {
    fc.assert(
      fc.property(world, asked, (some, given) => {
        const columns = columnsOf(some);
        const deciding = decidingOf(given, some);
        const { judgements } = byFacts(columns, some, deciding);
        const failed = new Set(judgements.filter((one) => one.failed.length > 0).map(({ key }) => key));
        expect(byNumbers(columns, deciding).order.filter((key) => failed.has(key))).toEqual([]);
      }),
    );
  });

  it('does not depend on who lost', () => {
    fc.assert(
      fc.property(world, asked, fc.nat(20), (some, given, nth) => {
        const [winner, ...losers] = orderOf(some, given);
        const loser = some.images[nth % Math.max(1, some.images.length)]?.institutionId;
        fc.pre(loser !== undefined && loser !== providerOf(winner));
        const without = { ...some, images: some.images.filter(({ institutionId }) => institutionId !== loser) };
        const left = [winner, ...losers].filter((key) => key && providerOf(key) !== loser);
        expect(orderOf(without, given, some).slice(0, left.length)).toEqual(left);
      }),
    );
  });

  it('is not changed by another who fails a gate', () => {
    fc.assert(
      fc.property(world, world, asked, (some, others, given) => {
        const failing = others.images.filter(
          ({ institutionId }) => !orderOf(others, given, some).some((key) => providerOf(key) === institutionId),
        );
        fc.pre(others.images.length <= 10 && failing.length > 0);
        const more = { images: [...failing, ...some.images], loads: new Map([...some.loads, ...others.loads]) };
        expect(orderOf(more, given, some)).toEqual(orderOf(some, given));
      }),
    );
  });

  it('does not depend on the order in which institutions stand', () => {
    fc.assert(
      fc.property(world, asked, (some, given) => {
        const turned = { ...some, images: [...some.images].reverse() };
        expect(orderOf(turned, given, some)).toEqual(orderOf(some, given));
      }),
    );
  });
});
