/** How often something may be tried, and how long whoever tried too often has to wait: twice as long each time. */
export interface Allowance {
  readonly free: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Without a further attempt for so long, all is forgotten. */
  readonly forgottenAfterMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * An account is shut for a quarter of an hour at most: whoever guesses must not keep its owner out. An address has more
 * room, as a whole factory may share one.
 */
export const allowances = {
  'sign-in-account': { free: 5, firstPauseMs: MINUTE, longestPauseMs: 15 * MINUTE, forgottenAfterMs: 24 * HOUR },
  'sign-in-address': { free: 50, firstPauseMs: MINUTE, longestPauseMs: HOUR, forgottenAfterMs: HOUR },
  'code-account': { free: 5, firstPauseMs: MINUTE, longestPauseMs: 15 * MINUTE, forgottenAfterMs: 24 * HOUR },
  'mail-account': { free: 3, firstPauseMs: 10 * MINUTE, longestPauseMs: 24 * HOUR, forgottenAfterMs: 24 * HOUR },
  'mail-address': { free: 20, firstPauseMs: 10 * MINUTE, longestPauseMs: 24 * HOUR, forgottenAfterMs: 24 * HOUR },
} as const satisfies Record<string, Allowance>;

export type AttemptKind = keyof typeof allowances;

export interface Attempts {
  readonly count: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

/**
 * What is on record after one more attempt. It is counted before its outcome is known, so that many at once gain
 * nothing. Undefined: not now, wait until `before.blockedUntil`.
 */
export function count(before: Attempts | undefined, allowance: Allowance, now: Date): Attempts | undefined {
  if (before?.blockedUntil && before.blockedUntil > now) return undefined;
  const { free, firstPauseMs, longestPauseMs, forgottenAfterMs } = allowance;
  const forgotten = !before || before.lastAt.getTime() + forgottenAfterMs <= now.getTime();
  const made = (forgotten ? 0 : before.count) + 1;
  const pause = made < free ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (made - free));
  return { count: made, lastAt: now, blockedUntil: pause === 0 ? null : new Date(now.getTime() + pause) };
}
