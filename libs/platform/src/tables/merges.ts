/** The merged ranges of one sheet. Rows are filled in their order, each once. */
export interface Merges {
  fill(row: number, cells: readonly string[]): string[];
}

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const RANGE = /<mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** Longer than any `<mergeCell …>`: what may be cut in two between pieces of the XML. */
const OVERLAP = 200;

/** Reads the merged ranges out of the XML of a sheet (ECMA-376-1, 18.3.1.54). */
export async function mergesIn(xml: AsyncIterable<Buffer | string>): Promise<Merges> {
  const ranges = new Map<string, Range>();
  let rest = '';
  for await (const piece of xml) {
    // Tags are ASCII, so bytes as characters will do.
    const text = rest + (typeof piece === 'string' ? piece : piece.toString('latin1'));
    for (const [, left = '', top, right = '', bottom] of text.matchAll(RANGE))
      ranges.set(`${left}${top}`, {
        ...{ top: Number(top), bottom: Number(bottom) },
        ...{ left: columnOf(left), right: columnOf(right) },
      });
    rest = text.slice(-OVERLAP);
  }
  return filling([...ranges.values()].sort((a, b) => a.top - b.top));
}

function filling(ranges: readonly Range[]): Merges {
  let next = 0;
  let open: { readonly range: Range; readonly text: string }[] = [];
  return {
    fill(row, cells) {
      const filled = [...cells];
      open = open.filter(({ range }) => range.bottom >= row);
      for (; next < ranges.length && ranges[next]!.top <= row; next += 1) {
        const range = ranges[next]!;
        if (range.bottom >= row) open.push({ range, text: cells[range.left] ?? '' });
      }
      for (const { range, text } of open)
        for (let column = range.left; column <= range.right; column += 1) {
          while (filled.length <= column) filled.push('');
          filled[column] = text;
        }
      return filled;
    },
  };
}

/** `A` is 0, `Z` 25, `AA` 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
