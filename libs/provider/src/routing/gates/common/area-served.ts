import { areaContains } from '@qi/kernel';
import { pass } from '../../gate';
import type { Gate } from '../../gate';

/** On-site work needs the firm's area; a laboratory may also limit from where it takes work. */
export const areaServed: Gate = {
  name: 'area-served',
  words: { zh: '服务区域', en: 'area served' },
  kind: 'practical',
  judge: ({ demand, enterprise }, candidate) => {
    if (candidate.areasServed.length === 0) return pass;
    if (candidate.areasServed.some((outer) => areaContains(outer, enterprise.areaCode))) return pass;
    const onSite = demand.place === 'on-site';
    return {
      pass: false,
      code: onSite ? 'no-visits-there' : 'not-served',
      words: {
        zh: `${onSite ? '不到' : '不受理'} ${enterprise.areaCode} ${onSite ? '现场服务' : '的业务'}`,
        en: onSite ? `does not visit ${enterprise.areaCode}` : `takes no work from ${enterprise.areaCode}`,
      },
    };
  },
};
