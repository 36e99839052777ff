import { newId } from '@qi/kernel';
import fc from 'fast-check';
import { aContext, aLaboratory, aRoutingDemand } from '../../../test/facts';
import type { TaskOpened } from '../../candidate-finder';
import type { Candidate } from '../candidate';
import { kilometresFrom } from './distance';
import { commonFactors } from './index';
import { savingOf } from './one-stop';

function score(name: string, candidate: Partial<Candidate>, task: Partial<TaskOpened> = {}): number {
  const factor = commonFactors.find((one) => one.name === name);
  if (!factor) throw new Error(`no factor ${name}`);
  return factor.score(aRoutingDemand({}, task), { ...aLaboratory({}), ...candidate }, aContext());
}

const kilometres = (a: typeof pinghu, b: typeof pinghu) => kilometresFrom(a)(b.longitude, b.latitude);
const pinghu = { longitude: 121.02, latitude: 30.7 };
const jiaxing = { longitude: 120.75, latitude: 30.75 };

describe('promised date (asked on 2026-11-23, planned for 2026-12-01)', () => {
  it('falls with the queue', () => {
    const idle = score('promised-date', { capacityPerWeek: 5, openJobs: 0 }, { needBy: '2026-12-10' });
    const busy = score('promised-date', { capacityPerWeek: 5, openJobs: 15 }, { needBy: '2026-12-10' });
    expect([idle > 0.7, busy < 0.7, busy > 0]).toEqual([true, true, true]);
  });

  it('is full with a fortnight of slack, and nothing a fortnight late', () => {
    expect(score('promised-date', {}, { needBy: '2026-12-15' })).toBe(1);
    expect(score('promised-date', { leadDays: 36 }, { needBy: '2026-12-15' })).toBe(0);
  });

  it('just in time scores the same with and without a need-by date', () => {
    expect(score('promised-date', {})).toBeCloseTo(0.7, 9);
    expect(score('promised-date', {}, { needBy: '2026-12-01' })).toBeCloseTo(0.7, 9);
  });
});

describe('distance', () => {
  it('Pinghu to Jiaxing is some 26 km', () => {
    expect(kilometres(pinghu, jiaxing)).toBeCloseTo(26.4, 0);
  });

  it('is the same both ways, zero to oneself, at most half the Earth', () => {
    const point = fc.record({
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(kilometres(a, b)).toBeCloseTo(kilometres(b, a), 6);
        expect(kilometres(a, a)).toBe(0);
        expect(kilometres(a, b)).toBeLessThan(20_016);
      }),
    );
  });

  it('compares areas where a point is missing', () => {
    const at = (areaCode?: string) =>
      score('distance', { ...(areaCode && { areaCode }), longitude: undefined } as Partial<Candidate>);
    expect([at('330482'), at('330402'), at('330100'), at('110000')]).toEqual([0.9, 0.7, 0.5, 0.2]);
  });
});

it('without history or rating a provider gets the neutral score of the policy', () => {
  expect([score('on-time', {}), score('rating', {})]).toEqual([0.7, 0.7]);
  expect([
    score('on-time', { onTimeRate: 0.25 }),
    score('rating', { rating: 5 }),
    score('rating', { rating: 1 }),
  ]).toEqual([0.25, 1, 0]);
});

it('load balance falls from an idle provider to a full one', () => {
  expect([0, 4, 8].map((openJobs) => score('load-balance', { capacityPerWeek: 2, openJobs }))).toEqual([1, 0.5, 0]);
});

it('one-stop and preference', () => {
  const providerId = newId();
  expect([0, 1, 2].map((sameRequestJobs) => score('one-stop', { sameRequestJobs }))).toEqual([0, 0.5, 1]);
  expect([score('preference', { providerId }, { preferred: [providerId] }), score('preference', {})]).toEqual([1, 0]);
});

it('one-stop says what it saves, and nothing where the provider has no other task of the request', () => {
  expect(savingOf(0)).toBeUndefined();
  expect(savingOf(500_000)?.zh).toContain('另一项任务');
  expect(savingOf(1_000_000)?.en).toContain('two or more other tasks');
});
