import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';

/** ISO/IEC 17025:2017 6.4: equipment that affects the result is calibrated when it is used. */
export const equipmentInCalibration: Gate<ScopeFacts> = {
  name: 'equipment-in-calibration',
  words: { zh: '设备在校准有效期内', en: 'equipment in calibration' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = coverageOf(demand, candidate, context).find(
      ({ valid, calibrated }) => valid.length > 0 && calibrated.length === 0,
    );
    if (!missing) return pass;
    const until = missing.valid.reduce(
      (latest, line) => ((line.equipmentValidTo ?? '') > latest ? (line.equipmentValidTo ?? '') : latest),
      '',
    );
    const { parameter } = missing.pair;
    return {
      pass: false,
      code: 'out-of-calibration',
      words: {
        zh: `“${parameter}”所用设备的校准有效期至 ${until}`,
        en: `the equipment for “${parameter}” is in calibration until ${until} only`,
      },
      mend: { zh: '重新校准设备', en: 'calibrate the equipment' },
    };
  },
};
