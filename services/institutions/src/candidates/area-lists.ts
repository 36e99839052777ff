import { areaContains } from '@qi/kernel';

/** Firms of so many areas are remembered. */
const MOST_AREAS = 500;

/** Lists of areas that institutions serve, by number: most serve the same few. */
export class AreaLists {
  readonly all: (readonly string[])[] = [];
  private readonly numbers = new Map<readonly string[], number>();
  private readonly known = new Map<string, Uint8Array>();

  /** `list` is the same object for equal lists. */
  number(list: readonly string[]): number {
    const known = this.numbers.get(list);
    if (known !== undefined) return known;
    this.numbers.set(list, this.all.length);
    this.known.clear();
    return this.all.push(list) - 1;
  }

  /** By number of the list: 1 where it serves the area; a list without areas serves all. */
  serving(areaCode: string): Uint8Array {
    const known = this.known.get(areaCode);
    if (known) return known;
    const found = Uint8Array.from(this.all, (list) =>
      Number(list.length === 0 || list.some((outer) => areaContains(outer, areaCode))),
    );
    if (this.known.size >= MOST_AREAS) this.known.clear();
    this.known.set(areaCode, found);
    return found;
  }
}
