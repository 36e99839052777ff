import type { Scheme } from '@qi/contracts';
import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';
import type { PairCoverage } from './coverage';

/** Accreditation is per address: one site must cover all pairs, unless the firm lets parts be done elsewhere. */
export const siteHasAll: Gate<ScopeFacts> = {
  name: 'site-has-all',
  words: { zh: '同一地点具备全部能力', en: 'one site covers all' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const pairs = coverageOf(demand, candidate, context);
    const { schemes } = demand.demand;
    const covered = pairs.filter((pair) => pair.accredited.length > 0 && pair.missingSchemes.length === 0);
    const holding = [...new Set(covered.flatMap((pair) => pair.accredited.map((line) => line.siteId)))].sort();
    const complete = holding.filter((site) => covered.every((pair) => siteCovers(pair, site, schemes)));
    if (candidate.siteId ? complete.includes(candidate.siteId) : complete.length > 0) return pass;
    if (covered.length === 0) return pass;
    if (demand.consents.subcontracting && complete.length === 0) {
      return {
        pass: true,
        note: { zh: '由多个地点分担，企业已同意', en: 'shared between sites, with the consent of the firm' },
      };
    }
    if (complete.length > 0) {
      return {
        pass: false,
        code: 'other-site',
        words: { zh: '该机构由另一地点具备全部能力', en: 'another site of the provider covers everything' },
      };
    }
    const parts = covered.map((pair) => `${pair.pair.parameter}: ${sitesOf(pair)}`).join('; ');
    return {
      pass: false,
      code: 'split-between-sites',
      words: { zh: `没有一个地点具备全部能力（${parts}）`, en: `no single site covers everything (${parts})` },
      mend: { zh: '请企业同意由其他地点分担', en: 'ask the firm to consent to parts being done elsewhere' },
    };
  },
};

function siteCovers(pair: PairCoverage, site: string, schemes: readonly Scheme[]): boolean {
  const here = pair.accredited.filter((line) => line.siteId === site);
  return here.length > 0 && schemes.every((scheme) => here.some((line) => line.scheme === scheme));
}

function sitesOf(pair: PairCoverage): string {
  return [...new Set(pair.accredited.map((line) => line.siteId))].sort().join(', ');
}
