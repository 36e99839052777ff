import { preparedFactor } from '../gate';

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;
/** At this distance the score has fallen to one half. */
const HALF_KM = 100;

/** Nearer is better; where a point is missing the areas are compared. */
export const distance = preparedFactor({
  name: 'distance',
  words: { zh: '距离', en: 'distance' },
  costly: true,
  prepare: ({ enterprise: { longitude, latitude, areaCode } }) => {
    const to = longitude === undefined || latitude === undefined ? undefined : kilometresFrom({ longitude, latitude });
    return (candidate) => {
      const { longitude: east, latitude: north } = candidate;
      if (!to || east === undefined || north === undefined) return byArea(areaCode, candidate.areaCode);
      return HALF_KM / (HALF_KM + to(east, north));
    };
  },
});

interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Great-circle distance by the haversine formula on the mean Earth radius (IUGG), from one point to many. */
export function kilometresFrom({ longitude, latitude }: Point): (longitude: number, latitude: number) => number {
  const narrowing = Math.cos(latitude * RADIANS);
  return (east, north) => {
    const dLat = ((north - latitude) * RADIANS) / 2;
    const dLon = ((east - longitude) * RADIANS) / 2;
    const h = Math.sin(dLat) ** 2 + narrowing * Math.cos(north * RADIANS) * Math.sin(dLon) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  };
}

function byArea(area: string, other: string | undefined): number {
  if (!other) return 0.2;
  if (area === other) return 0.9;
  if (area.slice(0, 4) === other.slice(0, 4)) return 0.7;
  return area.slice(0, 2) === other.slice(0, 2) ? 0.5 : 0.2;
}
