/** Something to be named on the sheet; all in units of the sheet. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export interface Label {
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  /** Set where no room was left for the name: the table beside gives it under this number. */
  readonly number?: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Of the letters. */
  readonly size: number;
  /** Half of a spot's sign. */
  readonly sign: number;
}

const ASCENT = 0.9;
const DESCENT = 0.25;
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

/** About how wide a text is: Chinese letters are square, others about half as wide. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (CJK.test(letter) ? 1 : 0.58), 0) * size;
}

/** What a text covers that is anchored at a point. */
export function boxOf({ x, y, anchor, text }: Omit<Label, 'number'>, size: number): Box {
  const wide = textWidth(text, size);
  const left = x - wide * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, top: y - ASCENT * size, right: left + wide, bottom: y + DESCENT * size };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * A label for each spot so that none covers another, a sign or what is `taken`: to the right of the sign, else left, above
 * or below it. Spots come in the order of their importance; one that finds no room for its name gets a number.
 */
export function placeLabels(spots: readonly Spot[], sheet: Sheet, taken: readonly Box[] = []): Map<string, Label> {
  const signs = spots.map(({ x, y }) => around(x, y, sheet.sign));
  const covered = [...taken];
  const labels = new Map<string, Label>();
  let number = 0;
  spots.forEach((spot, index) => {
    const others = signs.filter((_, other) => other !== index);
    const isFree = (label: Label) => {
      const box = boxOf(label, sheet.size);
      return isInside(box, sheet) && ![...covered, ...others].some((each) => overlap(box, each));
    };
    const label = sidesOf(spot, spot.name, sheet).find(isFree) ?? numbered(spot, (number += 1), sheet, isFree);
    covered.push(boxOf(label, sheet.size));
    labels.set(spot.id, label);
  });
  return labels;
}

/** A number is short; where even it finds no room it stands to the right all the same. */
function numbered(spot: Spot, number: number, sheet: Sheet, isFree: (label: Label) => boolean): Label {
  const sides = sidesOf(spot, String(number), sheet).map((label) => ({ ...label, number }));
  return sides.find(isFree) ?? sides[0]!;
}

function sidesOf({ x, y }: Spot, text: string, { sign, size }: Sheet): Label[] {
  const away = sign + size / 3;
  const middle = y + ((ASCENT - DESCENT) / 2) * size;
  return [
    { x: x + away, y: middle, anchor: 'start', text },
    { x: x - away, y: middle, anchor: 'end', text },
    { x, y: y - away - DESCENT * size, anchor: 'middle', text },
    { x, y: y + away + ASCENT * size, anchor: 'middle', text },
  ];
}

const around = (x: number, y: number, by: number): Box => ({
  left: x - by,
  top: y - by,
  right: x + by,
  bottom: y + by,
});

const isInside = (box: Box, { width, height }: Sheet): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
