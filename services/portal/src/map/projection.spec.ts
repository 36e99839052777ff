import { outlines, type Place } from './outlines';
import { height, isOnSheet, isWithin, onSheet, width } from './projection';

const pinghu: Place = [121.015, 30.676];

describe('the map', () => {
  it('has a sheet that holds every outline', () => {
    for (const outline of Object.values(outlines)) for (const place of outline) expect(isOnSheet(place)).toBe(true);
    expect(height).toBeLessThan(width);
  });

  it('puts the west on the left and the north on top', () => {
    const [x, y] = onSheet(pinghu);
    expect(onSheet([120.5, 30.676])[0]).toBeLessThan(x);
    expect(onSheet([121.015, 30.9])[1]).toBeLessThan(y);
  });

  it('draws Pinghu around Pinghu, and around nobody else', () => {
    const around = Object.entries(outlines).filter(([, outline]) => isWithin(pinghu, outline));
    expect(around.map(([code]) => code)).toEqual(['330482']);
  });

  it('leaves Ningbo to the table', () => {
    expect(isOnSheet([121.56, 29.88])).toBe(false);
  });
});
