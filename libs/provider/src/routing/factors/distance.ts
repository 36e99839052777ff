import type { Factor } from '../gate';

const EARTH_KM = 6371.0088;
/** At this distance the score has fallen to one half. */
const HALF_KM = 100;

/** Nearer is better; where a point is missing the areas are compared. */
export const distance: Factor = {
  name: 'distance',
  words: { zh: '距离', en: 'distance' },
  score: ({ enterprise }, candidate) => {
    const from = pointOf(enterprise);
    const to = pointOf(candidate);
    if (from && to) return HALF_KM / (HALF_KM + kilometres(from, to));
    return byArea(enterprise.areaCode, candidate.areaCode);
  },
};

interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Great-circle distance by the haversine formula on the mean Earth radius (IUGG). */
export function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = ((b.latitude - a.latitude) * rad) / 2;
  const dLon = ((b.longitude - a.longitude) * rad) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function pointOf({ longitude, latitude }: Partial<Point>): Point | undefined {
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}

function byArea(area: string, other: string | undefined): number {
  if (!other) return 0.2;
  if (area === other) return 0.9;
  if (area.slice(0, 4) === other.slice(0, 4)) return 0.7;
  return area.slice(0, 2) === other.slice(0, 2) ? 0.5 : 0.2;
}
