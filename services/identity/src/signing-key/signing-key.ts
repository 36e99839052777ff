/** A key that signs ID tokens from a moment on; it stands in the published key set from its making. */
export interface SigningKey {
  readonly kid: string;
  readonly signsFrom: Date;
}

const DAY_MS = 24 * 3600 * 1000;
/** How long one key signs. */
export const SIGNS_FOR_MS = 30 * DAY_MS;
/** How long a key is published before it signs: every process and every client has fetched the key set by then. */
export const PUBLISHED_BEFORE_MS = DAY_MS;
/** How long it stays published after the next one signs: no token that it signed lives longer. */
export const PUBLISHED_AFTER_MS = DAY_MS;

export interface Turnover {
  /** When the key that has to be made now will sign; undefined when none is due. */
  readonly makeFor: Date | undefined;
  readonly drop: readonly string[];
}

/** What has to happen to the keys at this moment. */
export function turnover(keys: readonly SigningKey[], now: Date): Turnover {
  const inOrder = byAge(keys);
  const newest = inOrder.at(-1);
  if (!newest) return { makeFor: now, drop: [] };
  const nextFrom = newest.signsFrom.getTime() + SIGNS_FOR_MS;
  const due = nextFrom - PUBLISHED_BEFORE_MS <= now.getTime();
  const drop = inOrder.filter((_, at) => {
    const next = inOrder[at + 1];
    return next !== undefined && next.signsFrom.getTime() + PUBLISHED_AFTER_MS <= now.getTime();
  });
  return {
    // After a long stop the next key signs as soon as everybody can know it.
    makeFor: due ? new Date(Math.max(nextFrom, now.getTime() + PUBLISHED_BEFORE_MS)) : undefined,
    drop: drop.map(({ kid }) => kid),
  };
}

/** The keys with the one that signs first: the newest that may sign already, else the oldest. */
export function signingFirst<K extends SigningKey>(keys: readonly K[], now: Date): K[] {
  const inOrder = byAge(keys);
  const signing = inOrder.filter(({ signsFrom }) => signsFrom <= now).at(-1) ?? inOrder[0];
  return signing ? [signing, ...inOrder.filter((key) => key !== signing)] : [];
}

function byAge<K extends SigningKey>(keys: readonly K[]): K[] {
  return [...keys].sort((a, b) => a.signsFrom.getTime() - b.signsFrom.getTime());
}
