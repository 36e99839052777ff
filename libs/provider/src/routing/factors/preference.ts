import type { Factor } from '../gate';

/** The firm asked for this provider. */
export const preference: Factor = {
  name: 'preference',
  words: { zh: '企业意愿', en: 'preference of the firm' },
  score: (demand, candidate) => (demand.preferred.includes(candidate.providerId) ? 1 : 0),
};
