import { Decimal } from '@qi/kernel';
import type { MeasurementDemand } from '@qi/contracts';
import type { CalibrationFacts, CapabilityFact } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { measurementsOf, rangeText, spans } from './coverage';
import { ratioOf } from './uncertainty';

/** Test uncertainty ratio: the instrument's tolerance is at least so many times the laboratory's U (k = 2). */
export const cmcWithinTolerance: Gate<CalibrationFacts> = {
  name: 'cmc-within-tolerance',
  words: { zh: '测量不确定度满足允差', en: 'uncertainty fits the tolerance' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const all = measurementsOf(demand, candidate, context);
    const missing = all.find(
      ({ valid, precise, measurement }) => spans(valid, measurement) && !spans(precise, measurement),
    );
    if (missing) {
      const { measurement, valid } = missing;
      const ratio = bestRatio(valid, measurement);
      const { requiredRatio } = context.policy;
      const wanted = rangeText(measurement);
      return {
        pass: false,
        code: ratio ? 'not-precise-enough' : 'not-comparable',
        words: ratio
          ? {
              zh: `${wanted}：允差与扩展不确定度（k=2）之比为 ${ratio}，要求不小于 ${requiredRatio}`,
              en: `${wanted}: tolerance to expanded uncertainty (k=2) is ${ratio}; at least ${requiredRatio} is required`,
            }
          : {
              zh: `${wanted}：不确定度的单位无法与允差比较`,
              en: `${wanted}: the unit of the uncertainty cannot be compared with the tolerance`,
            },
      };
    }
    const open = all.filter(({ measurement }) => measurement.tolerance === undefined);
    if (open.length === 0) return pass;
    const which = open.map(({ measurement }) => measurement.instrument).join(', ');
    return {
      pass: true,
      note: {
        zh: `未写明允差，未比较不确定度：${which}`,
        en: `no tolerance given, so uncertainty was not compared: ${which}`,
      },
    };
  },
};

function bestRatio(capabilities: readonly CapabilityFact[], measurement: MeasurementDemand): string | undefined {
  const ratios = capabilities
    .map((capability) => ratioOf(capability, measurement))
    .filter((ratio) => ratio !== undefined);
  return ratios.length === 0
    ? undefined
    : Decimal.max(...ratios)
        .toDecimalPlaces(2, Decimal.ROUND_DOWN)
        .toString();
}
