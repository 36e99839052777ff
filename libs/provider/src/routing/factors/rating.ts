import type { Factor } from '../gate';

/** Stars 1–5 as 0–1; without a rating the policy's neutral score. */
export const rating: Factor = {
  name: 'rating',
  words: { zh: '评价', en: 'rating' },
  score: (_demand, candidate, { policy }) =>
    candidate.rating === undefined ? policy.neutral : (candidate.rating - 1) / 4,
};
