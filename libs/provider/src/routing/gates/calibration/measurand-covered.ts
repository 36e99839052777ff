import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf } from './coverage';

const serviceWords = {
  calibration: { zh: '校准', en: 'calibration' },
  verification: { zh: '检定', en: 'verification' },
};

/** A capability for the measurand or instrument, and for the service: verification needs a legal authority of its own. */
export const measurandCovered: Gate<CalibrationFacts> = {
  name: 'measurand-covered',
  words: { zh: '能力含该被测量', en: 'measurand covered' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const all = measurementsOf(demand, candidate, context);
    if (all.length === 0) {
      return {
        pass: false,
        code: 'nothing-asked',
        words: { zh: '需求未写明被测量和范围', en: 'the demand names no measurand and range' },
      };
    }
    const missing = all.find(({ ofMeasurand }) => ofMeasurand.length === 0)?.measurement;
    if (!missing) return pass;
    const { zh, en } = serviceWords[missing.service];
    return {
      pass: false,
      code: 'no-such-measurand',
      words: {
        zh: `没有“${missing.instrument}”（${missing.measurand}）的${zh}能力`,
        en: `no capability for ${en} of “${missing.instrument}” (${missing.measurand})`,
      },
    };
  },
};
