import { daysBetween } from '../day';
import { preparedFactor } from '../gate';
import { dateOfDone, daysUntilDone } from '../promise';

/** Working off the delay: a promise two weeks late is worth nothing, two weeks of slack are as good as it gets. */
const FORTNIGHT = 14;
const JUST_IN_TIME = 0.7;

/** Without a need-by date the planned date is what is needed by. */
export const promisedDate = preparedFactor({
  name: 'promised-date',
  words: { zh: '预计完成日期', en: 'expected date' },
  prepare: (demand, context) => {
    const needed = demand.needBy ?? demand.demand.plannedDate;
    // Many providers have as long a queue as another.
    const known: (number | undefined)[] = [];
    return (candidate) => {
      const days = daysUntilDone(candidate, context);
      return (known[days] ??= worthOf(daysBetween(dateOfDone(days, demand, context), needed)));
    };
  },
});

function worthOf(slack: number): number {
  return slack >= 0
    ? JUST_IN_TIME + (1 - JUST_IN_TIME) * Math.min(1, slack / FORTNIGHT)
    : JUST_IN_TIME * Math.max(0, 1 + slack / FORTNIGHT);
}
