import { cities } from '../places/zhejiang';
import { seats } from '../places/seats';
import { byDistance, kilometres } from './distance';
import { outlines, type Place } from './outlines';
import { isWithin } from './projection';

const seatOf = (code: string): Place => seats.get(code) ?? [0, 0];

const pinghu = [121.02, 30.68] as const;
const ningbo = [121.55, 29.86] as const;
const jiaxing = [120.78, 30.75] as const;

describe('distances', () => {
  it.each([
    ['to itself', pinghu, 0],
    ['to Jiaxing', jiaxing, 24],
    ['to Ningbo, over the bay', ningbo, 104],
  ])('from Pinghu %s', (_, to, km) => expect(Math.round(kilometres(pinghu, to))).toBe(km));

  it('are the same there and back', () => {
    expect(kilometres(pinghu, ningbo)).toBeCloseTo(kilometres(ningbo, pinghu), 9);
  });

  it('order what has a place; what has none follows', () => {
    const things = [{ id: 'n', place: ningbo }, { id: '?' }, { id: 'p', place: pinghu }, { id: '!' }];
    expect(byDistance(things, jiaxing).map(({ id, km }) => [id, km && Math.round(km)])).toEqual([
      ['p', 24],
      ['n', 124],
      ['?', undefined],
      ['!', undefined],
    ]);
  });
});

describe('seats', () => {
  const counties = cities.flatMap((city) => city.counties.map(({ code }) => code));

  it('are known of every county, and of nothing else', () => {
    expect([...seats.keys()].sort()).toEqual([...counties].sort());
  });

  it('lie near those of their city', () => {
    for (const { counties: own } of cities) {
      const places = own.map(({ code }) => seatOf(code));
      const far = places.filter((place) => places.filter((other) => kilometres(place, other) < 90).length < 2);
      expect(far).toEqual([]);
    }
  });

  it('lie in the outline of their district', () => {
    const astray = Object.entries(outlines).filter(([code, outline]) => !isWithin(seatOf(code), outline));
    expect(astray).toEqual([]);
  });
});
