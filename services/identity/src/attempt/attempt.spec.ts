import { allowances, count, type Attempts } from './attempt';

const allowance = { free: 3, firstPauseMs: 60_000, longestPauseMs: 240_000, forgottenAfterMs: 3_600_000 };
const start = new Date('2026-11-27T02:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Attempts made as soon as each is allowed; gives the seconds between them. */
function pauses(attempts: number): number[] {
  let record: Attempts | undefined;
  let now = start;
  return Array.from({ length: attempts }, () => {
    record = count(record, allowance, now)!;
    const wait = record.blockedUntil ? record.blockedUntil.getTime() - now.getTime() : 0;
    now = new Date(now.getTime() + wait);
    return wait / 1000;
  });
}

describe('count', () => {
  it('lets the first ones pass, then doubles the wait up to the longest', () => {
    expect(pauses(7)).toEqual([0, 0, 60, 120, 240, 240, 240]);
  });

  it('refuses until the wait is over, and counts no refused attempt', () => {
    const blocked: Attempts = { count: 3, lastAt: start, blockedUntil: later(60) };
    expect(count(blocked, allowance, later(59))).toBeUndefined();
    expect(count(blocked, allowance, later(60))).toMatchObject({ count: 4, blockedUntil: later(180) });
  });

  it('forgets after a quiet while', () => {
    const old: Attempts = { count: 9, lastAt: start, blockedUntil: later(240) };
    expect(count(old, allowance, later(3600))).toEqual({ count: 1, lastAt: later(3600), blockedUntil: null });
  });

  it('shuts an account for a quarter of an hour at most', () => {
    expect(allowances['sign-in-account'].longestPauseMs).toBe(15 * 60_000);
  });
});
