import type { Gate } from '@qi/provider';
import type { TestingFacts } from './candidate';

/** A clerk may still dispatch by hand: the institution can be asked for another day. */
export const openOnDate: Gate<TestingFacts> = {
  name: 'open-on-date',
  words: { zh: '计划日期不歇业', en: 'open on the planned date' },
  kind: 'practical',
  judge: (_, { facts: { closedOn } }) => {
    if (closedOn === undefined) return { pass: true };
    return {
      pass: false,
      code: 'closed',
      words: { zh: `${closedOn} 不营业`, en: `closed on ${closedOn}` },
      mend: { zh: '改期', en: 'choose another day' },
    };
  },
};
