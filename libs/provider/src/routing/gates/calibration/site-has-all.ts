import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, sitesThatSpan } from './coverage';

/** One site does all measurements, unless the firm lets parts be done elsewhere. */
export const siteHasAllMeasurements: Gate<CalibrationFacts> = {
  name: 'site-has-all',
  words: { zh: '同一地点具备全部能力', en: 'one site covers all' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const covered = measurementsOf(demand, candidate, context)
      .map(({ usable, measurement }) => sitesThatSpan(usable, measurement))
      .filter((sites) => sites.length > 0);
    const [first = [], ...others] = covered;
    const complete = first.filter((site) => others.every((sites) => sites.includes(site)));
    if (candidate.siteId ? complete.includes(candidate.siteId) : complete.length > 0) return pass;
    if (covered.length === 0) return pass;
    if (complete.length > 0) {
      return {
        pass: false,
        code: 'other-site',
        words: { zh: '该机构由另一地点完成全部校准', en: 'another site of the provider covers everything' },
      };
    }
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
