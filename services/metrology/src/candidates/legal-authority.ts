import type { MeasurementDemand } from '@qi/contracts';
import { areaContains, nameKey } from '@qi/kernel';
import type { Gate } from '@qi/provider';
import type { MetrologyCapabilityFact, MetrologyFacts } from './candidate';

/** Verification is a legal act: the authority is given for instruments in an area (Metrology Law, article 20). */
export const legalAuthority: Gate<MetrologyFacts> = {
  name: 'legal-authority',
  words: { zh: '法定检定授权', en: 'legal authority to verify' },
  kind: 'competence',
  judge: ({ demand, enterprise: { areaCode } }, { facts }) => {
    const missing = demand.measurements.find((measurement) => {
      const held = facts.capabilities.filter((capability) => verifies(capability, measurement));
      return held.length > 0 && !held.some(({ legalAreas }) => legalAreas.some((area) => areaContains(area, areaCode)));
    });
    if (!missing) return { pass: true };
    return {
      pass: false,
      code: 'no-authority-in-area',
      words: {
        zh: `在 ${areaCode} 没有“${missing.instrument}”的法定检定授权`,
        en: `no legal authority to verify “${missing.instrument}” in ${areaCode}`,
      },
    };
  },
};

function verifies({ services, measurand }: MetrologyCapabilityFact, wanted: MeasurementDemand): boolean {
  if (wanted.service !== 'verification' || !services.includes('verification')) return false;
  return [wanted.measurand, wanted.instrument].map(nameKey).includes(nameKey(measurand));
}
