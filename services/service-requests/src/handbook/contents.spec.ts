import { contentsOf, LINE_HEIGHT } from './contents';

const chapters = [2, 3].map((count) => ({
  title: 'x',
  sections: Array.from({ length: count }, () => ({ title: 'y', facts: [] })),
}));

describe('the contents', () => {
  it('have a line for each chapter and section, one below the other', () => {
    const lines = contentsOf(chapters, 1_000, 50);
    expect(lines.map(({ chapter, section }) => [chapter, section])).toEqual([
      ...[
        [0, undefined],
        [0, 0],
        [0, 1],
      ],
      ...[
        [1, undefined],
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    ]);
    const gaps = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0));
    expect(Math.min(...gaps)).toBe(LINE_HEIGHT);
    expect(new Set(lines.map(({ page }) => page))).toEqual(new Set([0]));
  });

  it('go on at the top of the next page where a page is full', () => {
    const lines = contentsOf(chapters, 3 * LINE_HEIGHT, LINE_HEIGHT);
    expect(lines.map(({ page, y }) => [page, y])).toEqual([
      ...[
        [0, 30],
        [1, 0],
        [1, 20],
      ],
      ...[
        [2, 0],
        [2, 20],
        [2, 40],
        [3, 0],
      ],
    ]);
  });
});
