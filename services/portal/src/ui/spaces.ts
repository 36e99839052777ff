/** A row that is there, with its place in the list, in pixels from the top of the list. */
export interface PlacedRow {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What stands in the body of the table: a row, or empty room in the place of rows that are out of sight. */
export type Part = { readonly index: number } | { readonly before: number; readonly height: number };

/**
 * Rows in their order with the room between, before and after them, so that each stands where it would if all were there.
 * `gap` is what the layout puts between any two parts.
 */
export function partsOf(rows: readonly PlacedRow[], total: number, gap: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const leave = (before: number, room: number, neighbours: number) => {
    if (room > neighbours * gap) parts.push({ before, height: room - neighbours * gap });
  };
  for (const { index, start, end } of rows) {
    // Two rows that follow each other are a gap apart, and no room is between them.
    const isFirst = parts.length === 0;
    if (start - at > (isFirst ? 0 : gap)) leave(index, start - at, isFirst ? 1 : 2);
    parts.push({ index });
    at = end;
  }
  leave(Infinity, total - at, 1);
  return parts;
}
