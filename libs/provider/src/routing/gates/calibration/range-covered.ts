import { isUnit } from '@qi/kernel';
import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, rangeText, spans } from './coverage';

/** Compared as decimals, across units of one quantity; several capabilities of one site may share the range. */
export const rangeCovered: Gate<CalibrationFacts> = {
  name: 'range-covered',
  words: { zh: '测量范围', en: 'range covered' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = measurementsOf(demand, candidate, context).find(
      ({ ofMeasurand, measurement }) => ofMeasurand.length > 0 && !spans(ofMeasurand, measurement),
    );
    if (!missing) return pass;
    const { unit } = missing.measurement;
    if (!isUnit(unit)) {
      return {
        pass: false,
        code: 'unit-unknown',
        words: { zh: `无法识别的单位“${unit}”`, en: `“${unit}” is no unit that is known` },
      };
    }
    const held = missing.ofMeasurand.map(({ min, max, unit: own }) => `${min}–${max} ${own}`).join(', ');
    const wanted = rangeText(missing.measurement);
    return {
      pass: false,
      code: 'out-of-range',
      words: { zh: `${wanted} 超出能力范围（${held}）`, en: `${wanted} is not covered (${held})` },
      miss: {
        held: { zh: `能力范围为 ${held}`, en: `cover ${held}` },
        lacking: { zh: `无一覆盖 ${wanted}`, en: `none covers ${wanted}` },
      },
    };
  },
};
