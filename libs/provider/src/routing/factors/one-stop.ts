import type { Factor } from '../gate';

/** The provider already works on this request: one contract and one contact fewer. Full score from two such jobs on. */
export const oneStop: Factor = {
  name: 'one-stop',
  words: { zh: '一站式', en: 'one-stop' },
  score: (_demand, candidate) => (candidate.sameRequestJobs ?? 0) / 2,
};
