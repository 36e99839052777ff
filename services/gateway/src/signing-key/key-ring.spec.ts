import { ANNOUNCED_MS, isDue, outlived, ROTATE_EVERY_MS, SHOWN_AFTER_MS, signingOf } from './key-ring';

const now = new Date('2026-12-01T00:00:00Z');
const key = (name: string, ageMs: number) => ({ name, createdAt: new Date(now.getTime() - ageMs) });

describe('key ring', () => {
  it('signs with the newest key that services have had time to see', () => {
    const ring = [key('new', 1000), key('old', ROTATE_EVERY_MS)];
    expect(signingOf(ring, now)?.name).toBe('old');
    expect(signingOf([key('new', ANNOUNCED_MS), ring[1]!], now)?.name).toBe('new');
    expect(signingOf([key('first', 0)], now)?.name).toBe('first');
    expect(signingOf([], now)).toBeUndefined();
  });

  it('makes a key a month', () => {
    expect([isDue([], now), isDue([key('a', ROTATE_EVERY_MS)], now)]).toEqual([true, true]);
    expect(isDue([key('a', ROTATE_EVERY_MS - 1), key('b', 2 * ROTATE_EVERY_MS)], now)).toBe(false);
  });

  it('takes a key away only when the last token it signed has died', () => {
    const [next, old] = [key('next', ANNOUNCED_MS + SHOWN_AFTER_MS), key('old', ROTATE_EVERY_MS)];
    expect(outlived([next, old], now)).toEqual([]);
    expect(outlived([key('next', ANNOUNCED_MS + SHOWN_AFTER_MS + 1), old], now)).toEqual([old]);
  });
});
