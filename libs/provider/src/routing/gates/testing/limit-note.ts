import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';
import { limitVerdictOf } from './limit';

/** The note was not read for this demand: a person must. */
export const NEEDS_CONFIRMATION = 'needs-confirmation';

/**
 * A limit note that nobody has read for this demand never passes in silence: the clerk asks the laboratory and
 * dispatches by hand, which lets an unread note through with a remark.
 */
export const limitNote: Gate<ScopeFacts> = {
  name: 'limit-note',
  words: { zh: '限制范围', en: 'limit note' },
  kind: 'legal',
  judge: (demand, candidate, context) => {
    const pairs = coverageOf(demand, candidate, context);
    const missing = pairs.find(({ calibrated, admitted }) => calibrated.length > 0 && admitted.length === 0);
    if (missing) {
      const unread = missing.calibrated.find((line) => limitVerdictOf(line, missing.pair, demand) === undefined);
      const note = (unread ?? missing.calibrated[0])?.limitNote ?? '';
      const { parameter } = missing.pair;
      return unread
        ? {
            pass: false,
            code: NEEDS_CONFIRMATION,
            words: {
              zh: `“${parameter}”有限制“${note}”，需人工确认`,
              en: `“${parameter}” is limited: “${note}”; to be confirmed`,
            },
            mend: { zh: '与机构确认后人工指派', en: 'confirm with the laboratory, then dispatch by hand' },
          }
        : {
            pass: false,
            code: 'excluded-by-limit',
            words: {
              zh: `“${parameter}”的限制“${note}”排除了本需求`,
              en: `the limit “${note}” on “${parameter}” excludes this demand`,
            },
          };
    }
    const trusted = pairs
      .filter(
        ({ pair, admitted }) =>
          admitted.length > 0 && admitted.every((line) => limitVerdictOf(line, pair, demand) === undefined),
      )
      .map(({ admitted }) => admitted[0]?.limitNote ?? '');
    if (trusted.length === 0) return pass;
    return {
      pass: true,
      note: {
        zh: `经人工指派确认的限制：${trusted.join('、')}`,
        en: `limits confirmed by the dispatching clerk: ${trusted.join(', ')}`,
      },
    };
  },
};
