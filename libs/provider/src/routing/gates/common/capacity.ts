import { pass } from '../../gate';
import type { Gate } from '../../gate';

export const capacity: Gate = {
  name: 'capacity',
  words: { zh: '有余力', en: 'capacity' },
  kind: 'practical',
  judge: (_demand, { openJobs, capacityPerWeek }, { policy }) => {
    const room = capacityPerWeek * policy.backlogWeeks;
    if (openJobs < room) return pass;
    return {
      pass: false,
      code: 'full',
      words: {
        zh: `在办 ${openJobs} 件，已达 ${policy.backlogWeeks} 周的能力（每周 ${capacityPerWeek} 件）`,
        en: `${openJobs} open jobs fill ${policy.backlogWeeks} weeks at ${capacityPerWeek} a week`,
      },
    };
  },
};
