import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, sitesThatSpan } from './coverage';

/** One site does all measurements, unless the firm lets parts be done elsewhere. */
export const siteHasAllMeasurements: Gate<CalibrationFacts> = {
  name: 'site-has-all',
  words: { zh: '同一地点具备全部能力', en: 'one site covers all' },
  judge: (demand, candidate, context) => {
    const sites = measurementsOf(demand, candidate, context)
      .map(({ usable, measurement }) => sitesThatSpan(usable, measurement))
      .filter((found) => found.length > 0);
    const [first = []] = sites;
    const chosen = candidate.siteId ? [candidate.siteId] : first;
    if (sites.length === 0 || chosen.some((site) => sites.every((found) => found.includes(site)))) return pass;
    if (demand.consents.subcontracting) {
      return {
        pass: true,
        note: { zh: '由多个地点分担，企业已同意', en: 'shared between sites, with the consent of the firm' },
      };
    }
    return {
      pass: false,
      code: 'split-between-sites',
      words: { zh: '没有一个地点能完成全部校准', en: 'no single site covers all measurements' },
      mend: { zh: '请企业同意由其他地点分担', en: 'ask the firm to consent to parts being done elsewhere' },
    };
  },
};
