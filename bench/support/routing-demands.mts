/** Demands from rare to very common, one to six pairs each: drawn from a seed, the same every time. */
import type { EventData, TaskOpenedV1 } from '@qi/contracts';
import { aTaskOpened } from '@qi/testing';
import { CONFLICTING, keyAt, type World } from './routing-world.mts';

export type Task = EventData<typeof TaskOpenedV1>;

/** mulberry32 */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * How common the key is that a demand is about, as a share of all keys: 30 % rare, 35 % of 100–400 holders, 25 % of
 * 1,000–3,000 and 10 % above 6,000 at full size (holders of the kth of K keys: lines × (√(k+1) − √k) ÷ √K).
 */
function keyOf(draw: () => number, { keys, lines }: World): number {
  const u = draw();
  const holders =
    u < 0.3 ? 5 + 45 * draw() : u < 0.65 ? 100 + 300 * draw() : u < 0.9 ? 1000 + 2000 * draw() : 6500 + 1900 * draw();
  const scaled = (holders * lines) / 5_000_000;
  const k = Math.floor((lines / (2 * scaled)) ** 2 / keys);
  return Math.min(keys - 1, k);
}

/** To the metre, as addresses are known. */
const degrees = (exact: number): number => Math.round(exact * 1e5) / 1e5;

export function demandsOf(count: number, seed: number, world: World): Task[] {
  const draw = draws(seed);
  return Array.from({ length: count }, () => {
    const key = keyOf(draw, world);
    const first = Math.floor(key / 10) * 10;
    const { object, family, standard } = keyAt(first);
    const pairs = 1 + Math.floor(6 * draw() ** 2);
    const start = Math.floor(10 * draw());
    const undated = draw() < 0.2;
    const base = aTaskOpened();
    const area = `${11 + Math.floor(50 * draw())}0101`;
    return {
      ...base,
      enterprise: {
        ...base.enterprise,
        ...(draw() < 0.02 && { uscc: CONFLICTING }),
        areaCode: area,
        longitude: degrees(100 + 20 * draw()),
        latitude: degrees(22 + 18 * draw()),
      },
      demand: {
        ...base.demand,
        object,
        tests: Array.from({ length: pairs }, (_, n) => ({
          parameter: keyAt(first + ((start + n) % 10)).parameter,
          methodStandard: undated ? family : standard,
        })),
        schemes: draw() < 0.3 ? ['CMA' as const] : [],
        plannedDate: '2026-12-01',
      },
      consents: { ...base.consents, subcontracting: draw() < 0.2 },
    };
  });
}
