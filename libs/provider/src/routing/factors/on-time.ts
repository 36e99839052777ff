import type { Factor } from '../gate';

/** Share of jobs delivered by the promised date; without history the policy's neutral score. */
export const onTime: Factor = {
  name: 'on-time',
  words: { zh: '按时率', en: 'on-time record' },
  score: (_demand, candidate, { policy }) => candidate.onTimeRate ?? policy.neutral,
};
