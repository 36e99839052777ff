import type { Factor } from '../gate';

/** Free share of the capacity that the policy lets a provider fill. */
export const loadBalance: Factor = {
  name: 'load-balance',
  words: { zh: '负荷均衡', en: 'load balance' },
  score: (_demand, candidate, { policy }) => {
    const room = candidate.capacityPerWeek * policy.backlogWeeks;
    return room > 0 ? 1 - candidate.openJobs / room : 0;
  },
};
