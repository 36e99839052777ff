const DAY = 24 * 3_600_000;

/** A new key a month. */
export const ROTATE_EVERY_MS = 30 * DAY;
/** Known to the services before it signs: they look for new keys when they meet one, but not more often than this. */
export const ANNOUNCED_MS = 10 * 60_000;
/** A key is shown this long after the next one took over; tokens live two minutes. */
export const SHOWN_AFTER_MS = DAY;

interface Key {
  readonly createdAt: Date;
}

/** Which of the keys, newest first, signs now: the newest that has been shown long enough, else the newest at all. */
export function signingOf<K extends Key>(keys: readonly K[], now: Date): K | undefined {
  return keys.find(({ createdAt }) => now.getTime() - createdAt.getTime() >= ANNOUNCED_MS) ?? keys[0];
}

export function isDue(keys: readonly Key[], now: Date): boolean {
  const newest = keys[0];
  return !newest || now.getTime() - newest.createdAt.getTime() >= ROTATE_EVERY_MS;
}

/** Keys, newest first, that no token can be signed with any more: their successor took over long ago. */
export function outlived<K extends Key>(keys: readonly K[], now: Date): K[] {
  return keys.filter((_, index) => {
    const next = keys[index - 1];
    return next !== undefined && now.getTime() - next.createdAt.getTime() > ANNOUNCED_MS + SHOWN_AFTER_MS;
  });
}
