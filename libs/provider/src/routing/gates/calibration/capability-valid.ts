import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, rangeText, spans } from './coverage';

/** The capability must stand on the planned date. */
export const capabilityValid: Gate<CalibrationFacts> = {
  name: 'capability-valid',
  words: { zh: '能力在计划日期有效', en: 'capability valid on the planned date' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = measurementsOf(demand, candidate, context).find(
      ({ ofMeasurand, valid, measurement }) => spans(ofMeasurand, measurement) && !spans(valid, measurement),
    );
    if (!missing) return pass;
    const invalid = missing.ofMeasurand.filter((capability) => !missing.valid.includes(capability));
    const suspended = invalid.some(({ status }) => status !== 'active');
    const until = invalid
      .map(({ validTo }) => validTo ?? '')
      .sort()
      .at(-1);
    const wanted = rangeText(missing.measurement);
    return {
      pass: false,
      code: suspended ? 'not-active' : 'out-of-date',
      words: suspended
        ? { zh: `${wanted}：能力已暂停或撤销`, en: `${wanted}: the capability is suspended or withdrawn` }
        : {
            zh: `${wanted}：能力在 ${demand.demand.plannedDate} 无效${until && `（有效期至 ${until}）`}`,
            en: `${wanted}: not valid on ${demand.demand.plannedDate}${until && ` (valid until ${until})`}`,
          },
    };
  },
};
