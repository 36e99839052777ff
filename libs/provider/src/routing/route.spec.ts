import { newId } from '@qi/kernel';
import fc from 'fast-check';
import { aContext, aLaboratory, aRoutingDemand, standards } from '../../test/facts';
import { rulesOf } from '../provider-options';
import type { Candidate } from './candidate';
import type { RoutingInput } from './decision';
import { winnerOf } from './decision';
import type { ScopeFacts } from './facts';
import type { Factor } from './gate';
import { testingGates } from './gates/testing';
import { defaultPolicy } from './policy';
import { route } from './route';

const rules = rulesOf({ gates: testingGates });

function anInput(candidates: readonly Candidate<ScopeFacts>[], demand = aRoutingDemand()): RoutingInput<ScopeFacts> {
  return { demand, candidates, asOf: aContext().asOf, standards, policy: defaultPolicy };
}

const decide = (candidates: readonly Candidate<ScopeFacts>[], demand = aRoutingDemand()) =>
  route(anInput(candidates, demand), rules);

const lab = fc
  .record({
    capacityPerWeek: fc.integer({ min: 0, max: 10 }),
    openJobs: fc.integer({ min: 0, max: 30 }),
    rating: fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { nil: undefined }),
    onTimeRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    longitude: fc.double({ min: 110, max: 122, noNaN: true }),
    active: fc.boolean(),
    edition: fc.constantFrom('GB/T 14747-2025', 'GB 14747-2006'),
  })
  .map(({ edition, ...given }): Candidate<ScopeFacts> => {
    const { rating, onTimeRate, ...rest } = given;
    return {
      ...aLaboratory({ methodStandard: edition }),
      ...rest,
      ...(rating !== undefined && { rating }),
      ...(onTimeRate !== undefined && { onTimeRate }),
      providerId: newId(),
    };
  });
const labs = fc.array(lab, { maxLength: 8 });

describe('for any candidates', () => {
  const demand = aRoutingDemand();

  it('the decision does not depend on their order', () => {
    fc.assert(
      fc.property(
        labs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(decide(shuffled, demand)).toEqual(decide(all, demand));
        },
      ),
    );
  });

  it('one that fails a gate never wins', () => {
    fc.assert(
      fc.property(labs, (all) => {
        const { order, judgements } = decide(all, demand);
        const clean = judgements.filter(({ failed }) => failed.length === 0).map(({ key }) => key);
        expect([...order].sort()).toEqual(clean.sort());
      }),
    );
  });

  it('removing a loser never changes the winner', () => {
    fc.assert(
      fc.property(labs, fc.nat(), (all, n) => {
        const winner = decide(all, demand).order[0];
        const losers = all.filter(({ providerId }) => providerId !== winner);
        const loser = losers[n % Math.max(1, losers.length)];
        expect(
          decide(
            all.filter((one) => one !== loser),
            demand,
          ).order[0],
        ).toBe(winner);
      }),
    );
  });

  it('adding one that fails a gate changes no rank', () => {
    fc.assert(
      fc.property(labs, lab, (all, extra) => {
        expect(decide([...all, { ...extra, active: false }], demand).order).toEqual(decide(all, demand).order);
      }),
    );
  });

  it('raising a factor never lowers a rank', () => {
    fc.assert(
      fc.property(fc.array(lab, { minLength: 1, maxLength: 8 }), fc.nat(), (all, n) => {
        const raised = all[n % all.length] as Candidate<ScopeFacts>;
        const rankOf = (candidates: Candidate<ScopeFacts>[]) =>
          decide(candidates, demand).order.indexOf(raised.providerId);
        const better = { ...raised, rating: 5, onTimeRate: 1 };
        const before = rankOf(all);
        if (before >= 0) expect(rankOf(all.map((one) => (one === raised ? better : one)))).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('ties', () => {
  it('spread over the tasks, and each task repeats its draw', () => {
    const twins = ['甲', '乙'].map((name) => ({ ...aLaboratory({}), name }));
    const winners = Array.from({ length: 200 }, () => decide(twins, aRoutingDemand()).order[0]);
    const first = winners.filter((key) => key === twins[0]?.providerId).length;
    expect(first).toBeGreaterThan(60);
    expect(first).toBeLessThan(140);
  });
});

describe('nobody can take the task', () => {
  const old = (name: string) => ({ ...aLaboratory({ methodStandard: 'GB 14747-2006' }), name });

  it('says what several hold that comes close, and that nobody holds what is asked', () => {
    const { reason, gateCounts, nearestMisses } = decide([
      old('甲'),
      old('乙'),
      old('丙'),
      aLaboratory({ object: '婴儿车' }),
    ]);
    expect(reason.en).toMatch(/^3 providers hold GB 14747-2006, which ended on 2026-10-31; 4 candidates/);
    expect(gateCounts['scope-covers-method-of-that-year']).toBe(3);
    expect(nearestMisses).toHaveLength(4);
    expect(decide([old('甲'), old('乙')]).reason.en).toMatch(
      /^2 providers hold GB 14747-2006, which ended on 2026-10-31; none holds GB\/T 14747-2025; /,
    );
    expect(decide([old('甲'), old('乙')]).reason.zh).toMatch(
      /^2 家机构持有 GB 14747-2006（有效至 2026-10-31），无一持有 GB\/T 14747-2025；/,
    );
  });

  it('what fails for everybody in the same words speaks of the demand', () => {
    const demand = aRoutingDemand({ tests: [{ parameter: '稳定性', methodStandard: 'GB 14747-2006' }] });
    expect(decide([old('甲'), old('乙')], demand).reason.en).toMatch(
      /^GB 14747-2006 ended on 2026-10-31; its place is taken by/,
    );
  });

  it('counts several sites of one provider as one', () => {
    const one = old('甲');
    const { reason, nearestMisses } = decide([
      { ...one, siteId: 'a' },
      { ...one, siteId: 'b' },
    ]);
    expect(reason.en).toMatch(/^1 provider holds GB 14747-2006/);
    expect(nearestMisses).toHaveLength(1);
  });

  it('without any candidate', () => {
    expect(decide([])).toMatchObject({
      order: [],
      nearestMisses: [],
      reason: { en: 'no provider is registered for this' },
    });
  });
});

describe('a clerk dispatches', () => {
  const named = { ...aLaboratory({}), name: '丁', openJobs: 999 };
  const dispatchedTo = { providerId: named.providerId, by: { sub: 'c', name: '窗口' }, reason: '客户同意等待' };
  const demand = aRoutingDemand({}, { dispatchedTo });

  it('what is only practical gives way, and the record says so', () => {
    const decision = decide([named, aLaboratory({})], demand);
    expect(winnerOf(decision)?.notes).toEqual([
      {
        gate: 'capacity',
        words: expect.objectContaining({ en: expect.stringMatching(/^overridden by dispatch/) as string }) as object,
      },
    ]);
    expect(decision.gateCounts['dispatched-to']).toBe(1);
  });

  it('a legal gate never gives way, and the reason speaks of the one that was named', () => {
    const decision = decide([{ ...named, active: false }, aLaboratory({})], demand);
    expect(decision.order).toEqual([]);
    expect(decision.reason.en).toBe('the provider is not active; 1 candidate: 1 failed “provider active”');
  });

  it('one that nobody found cannot be dispatched', () => {
    expect(decide([aLaboratory({})], demand).reason.en).toMatch(/^the provider named by the clerk holds nothing/);
  });
});

it('a factor beyond its bounds or without sense is brought into 0–1', () => {
  const wild = (value: number): Factor => ({ name: 'distance', words: { zh: '', en: '' }, score: () => value });
  const scoresOf = (value: number) =>
    route(anInput([aLaboratory({})]), { gates: [], factors: [wild(value)] }).judgements[0]?.scores;
  expect([scoresOf(7), scoresOf(-1), scoresOf(Number.NaN)]).toEqual([[1_000_000], [0], [0]]);
});
