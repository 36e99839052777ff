import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';

/** Every scheme demanded (CMA, CNAS, …) must carry every pair. */
export const schemePresent: Gate<ScopeFacts> = {
  name: 'scheme-present',
  words: { zh: '具备所需资质', en: 'scheme present' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = coverageOf(demand, candidate, context).find(
      ({ admitted, missingSchemes }) => admitted.length > 0 && missingSchemes.length > 0,
    );
    if (!missing) return pass;
    const schemes = missing.missingSchemes.join(', ');
    return {
      pass: false,
      code: 'scheme-missing',
      words: {
        zh: `“${missing.pair.parameter}”无 ${schemes} 资质`,
        en: `“${missing.pair.parameter}” is not covered under ${schemes}`,
      },
    };
  },
};
