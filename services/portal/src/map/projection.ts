import { outlines, type Place } from './outlines';

const all = Object.values(outlines).flat();
const west = Math.min(...all.map(([longitude]) => longitude));
const east = Math.max(...all.map(([longitude]) => longitude));
const south = Math.min(...all.map(([, latitude]) => latitude));
const north = Math.max(...all.map(([, latitude]) => latitude));
/** A degree of longitude is shorter than one of latitude by this, here. */
const shorter = Math.cos((((north + south) / 2) * Math.PI) / 180);

const MARGIN = 30;
export const width = 800;
const scale = (width - 2 * MARGIN) / ((east - west) * shorter);
export const height = Math.round((north - south) * scale + 2 * MARGIN);

/** Where a place stands on the sheet. */
export function onSheet([longitude, latitude]: Place): readonly [x: number, y: number] {
  const x = MARGIN + (longitude - west) * shorter * scale;
  const y = MARGIN + (north - latitude) * scale;
  return [Math.round(x), Math.round(y)];
}

/** Places beyond the sheet stand in the table alone. */
export function isOnSheet(place: Place): boolean {
  const [x, y] = onSheet(place);
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/** Whether a place lies in a polygon, by the parity of edges that a ray to the east crosses. */
export function isWithin([x, y]: Place, polygon: readonly Place[]): boolean {
  return polygon.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length]!;
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}
