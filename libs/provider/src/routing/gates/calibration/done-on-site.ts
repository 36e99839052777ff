import type { CalibrationFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, rangeText, spans } from './coverage';

/** A capability of the permanent laboratory does not cover work at the firm's site. */
export const doneOnSite: Gate<CalibrationFacts> = {
  name: 'done-on-site',
  words: { zh: '可现场服务', en: 'done on site' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = measurementsOf(demand, candidate, context).find(
      ({ precise, usable, measurement }) => spans(precise, measurement) && !spans(usable, measurement),
    );
    if (!missing) return pass;
    const wanted = rangeText(missing.measurement);
    return {
      pass: false,
      code: 'laboratory-only',
      words: { zh: `${wanted} 只能在实验室进行`, en: `${wanted} is done in the laboratory only` },
      mend: { zh: '送到实验室', en: 'send the instruments to the laboratory' },
    };
  },
};
