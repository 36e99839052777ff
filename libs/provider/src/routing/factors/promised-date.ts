import { daysBetween } from '../day';
import type { Factor } from '../gate';
import { expectedDate } from '../promise';

/** Working off the delay: a promise two weeks late is worth nothing, two weeks of slack are as good as it gets. */
const FORTNIGHT = 14;
const JUST_IN_TIME = 0.7;

/** Without a need-by date the planned date is what is needed by. */
export const promisedDate: Factor = {
  name: 'promised-date',
  words: { zh: '预计完成日期', en: 'expected date' },
  score: (demand, candidate, context) => {
    const slack = daysBetween(expectedDate(demand, candidate, context), demand.needBy ?? demand.demand.plannedDate);
    return slack >= 0
      ? JUST_IN_TIME + (1 - JUST_IN_TIME) * Math.min(1, slack / FORTNIGHT)
      : JUST_IN_TIME * Math.max(0, 1 + slack / FORTNIGHT);
  },
};
