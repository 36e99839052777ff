import { Fairness } from './fairness';

const [a, b, c] = ['a', 'b', 'c'].map((name, i) => ({ providerId: name, name, capacityPerWeek: [30, 10, 0][i] ?? 0 }));
const given = (winner: { providerId: string }, ...capable: (typeof a)[]) => ({
  itemCode: 'toy-test',
  areaCode: '330482',
  winnerId: winner.providerId,
  capable: capable.flatMap((one) => (one ? [one] : [])),
});

function rowsOf(...decisions: ReturnType<typeof given>[]) {
  const fairness = new Fairness();
  for (const decision of decisions) fairness.add(decision);
  return fairness.rows();
}

describe('Fairness', () => {
  if (!a || !b || !c) throw new Error('three providers');

  it('sets the share of the jobs against the share of the capacity that could have taken them', () => {
    const rows = rowsOf(given(a, a, b), given(a, a, b), given(a, a, b), given(b, a, b));
    expect(rows).toMatchObject([
      { providerId: 'a', jobs: 3, jobShare: 0.75, capacityShare: 0.75 },
      { providerId: 'b', jobs: 1, jobShare: 0.25, capacityShare: 0.25 },
    ]);
  });

  it('puts first who got most beyond its share; a job that only one could take is no favour', () => {
    const rows = rowsOf(given(b, a, b), given(b, a, b), given(a, a));
    expect(rows.map(({ providerId, jobShare, capacityShare }) => [providerId, jobShare, capacityShare])).toEqual([
      ['b', 0.6667, 0.1667],
      ['a', 0.3333, 0.8333],
    ]);
  });

  it('without any capacity stated each counts the same, and shares add up to one', () => {
    const rows = rowsOf(given(c, c));
    expect(rows).toMatchObject([{ jobShare: 1, capacityShare: 1 }]);
    const all = rowsOf(given(a, a, b, c), given(b, a, b, c), given(a, b, a));
    expect(all.reduce((sum, { capacityShare }) => sum + capacityShare, 0)).toBeCloseTo(1, 3);
  });

  it('keeps items and areas apart', () => {
    const elsewhere = { ...given(b, a, b), areaCode: '330400' };
    expect(rowsOf(given(a, a, b), elsewhere).map(({ areaCode, jobs }) => [areaCode, jobs])).toEqual([
      ['330400', 1],
      ['330400', 0],
      ['330482', 1],
      ['330482', 0],
    ]);
  });
});
