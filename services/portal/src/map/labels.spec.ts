import { boxOf, overlap, placeLabels, textWidth, type Spot } from './labels';

const sheet = { width: 800, height: 600, size: 14, sign: 6 };
const spot = (id: string, x: number, y: number, name = `机构${id}`): Spot => ({ id, x, y, name });
const sideOf = (from: Spot, spots: readonly Spot[]) => {
  const { x, y, anchor } = placeLabels(spots, sheet).get(from.id)!;
  if (anchor !== 'middle') return anchor === 'start' && x > from.x ? 'right' : 'left';
  return y < from.y ? 'above' : 'below';
};

describe('labels on the sheet', () => {
  it('stand to the right where there is room', () => {
    const one = spot('1', 100, 100);
    expect(sideOf(one, [one])).toBe('right');
  });

  it('go to the left at the right edge', () => {
    const one = spot('1', 790, 100);
    expect(sideOf(one, [one])).toBe('left');
  });

  it('give way to labels and signs that were there first: left, then above, then below', () => {
    const one = spot('1', 400, 300);
    const right = spot('r', 430, 300);
    const left = spot('l', 370, 300);
    expect(sideOf(one, [right, one])).toBe('left');
    expect(sideOf(one, [right, left, one])).toBe('above');
    expect(sideOf(one, [right, left, spot('a', 400, 278), one])).toBe('below');
  });

  it('become a number where no side is left, the names going to those that come first', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => spot(String(index), 400 + index, 300, '很长很长的机构名称'));
    const labels = [...placeLabels(crowd, sheet).values()];
    expect(labels[0]).toMatchObject({ text: '很长很长的机构名称' });
    const numbers = labels.flatMap(({ number }) => number ?? []);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('never cover each other’s names, wherever the spots are', () => {
    // The same places each time: a plain congruential sequence.
    let state = 7;
    const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 50; round += 1) {
      const spots = Array.from({ length: 30 }, (_, index) =>
        spot(String(index), next(800), next(600), `机构名称${index}`),
      );
      const boxes = [...placeLabels(spots, sheet).values()]
        .filter(({ number }) => number === undefined)
        .map((label) => boxOf(label, sheet.size));
      const meet = boxes.filter((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
      expect(meet).toEqual([]);
    }
  });

  it('keep off what is taken', () => {
    const one = spot('1', 400, 300);
    const name = { left: 405, top: 280, right: 500, bottom: 320 };
    expect(placeLabels([one], sheet, [name]).get('1')?.anchor).toBe('end');
  });

  it('know that Chinese is wider', () => {
    expect(textWidth('平湖', 10)).toBe(20);
    expect(textWidth('Pinghu', 10)).toBeCloseTo(34.8);
  });
});
