import { within } from '../../day';
import type { AdviceFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';

export const availableOnDate: Gate<AdviceFacts> = {
  name: 'available-on-date',
  words: { zh: '计划日期可到场', en: 'available on the planned date' },
  kind: 'legal',
  judge: ({ demand }, { facts }) => {
    const away = facts.unavailable.find(({ from, to }) => within(demand.plannedDate, from, to));
    if (!away) return pass;
    return {
      pass: false,
      code: 'away',
      words: { zh: `${away.from} 至 ${away.to} 不可到场`, en: `away from ${away.from} to ${away.to}` },
    };
  },
};
