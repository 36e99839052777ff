import type { Place } from './outlines';

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As the crow flies, by the haversine formula. */
export function kilometres([x1, y1]: Place, [x2, y2]: Place): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(y1, y2) + Math.cos(radians(y1)) * Math.cos(radians(y2)) * half(x1, x2);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

interface Placed {
  readonly place?: Place;
}

/** Nearest first, each with its distance; what has no place comes last, in the order it had. */
export function byDistance<T extends Placed>(things: readonly T[], from: Place): (T & { readonly km?: number })[] {
  return things
    .map((thing) => ({ ...thing, ...(thing.place && { km: kilometres(from, thing.place) }) }))
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0);
}
