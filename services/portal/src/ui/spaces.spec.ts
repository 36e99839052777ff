import { partsOf, type PlacedRow } from './spaces';

const rows = (gap: number, ...indices: number[]): PlacedRow[] =>
  indices.map((index) => ({ index, start: index * (40 + gap), end: index * (40 + gap) + 40 }));

/** Where each row would stand when parts are laid out with the gap between them, and how high all are. */
function laidOut(parts: ReturnType<typeof partsOf>, gap: number): { starts: number[]; height: number } {
  let at = 0;
  const starts: number[] = [];
  for (const [position, part] of parts.entries()) {
    if (position > 0) at += gap;
    if ('index' in part) starts.push(at);
    at += 'index' in part ? 40 : part.height;
  }
  return { starts, height: at };
}

describe.each([0, 12])('rows with %p between them', (gap) => {
  const total = 100 * (40 + gap) - gap;

  it.each([
    ['at the top', [0, 1, 2]],
    ['in the middle', [50, 51, 52]],
    ['at the end', [98, 99]],
    ['with one far away that has the focus', [3, 50, 51]],
    ['with the focus just out of sight', [48, 50, 51]],
    ['none', []],
  ])('stand where they would if all were there: %s', (_, indices) => {
    const placed = rows(gap, ...indices);
    const { starts, height } = laidOut(partsOf(placed, total, gap), gap);
    expect(starts).toEqual(placed.map(({ start }) => start));
    expect(height).toBe(indices.length > 0 ? total : total - gap);
  });

  it('have no room before or after where nothing is left out', () => {
    expect(partsOf(rows(gap, 0, 1), 80 + gap, gap)).toEqual([{ index: 0 }, { index: 1 }]);
  });
});
