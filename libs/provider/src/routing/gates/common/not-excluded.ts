import { pass } from '../../gate';
import type { Gate } from '../../gate';

/** Excluded by the firm, or out of this task because it declined, did not answer or gave up. */
export const notExcluded: Gate = {
  name: 'not-excluded',
  words: { zh: '未被排除', en: 'not excluded' },
  kind: 'legal',
  judge: (demand, candidate) =>
    demand.excluded.includes(candidate.providerId)
      ? {
          pass: false,
          code: 'excluded',
          words: {
            zh: '被企业排除，或已拒绝、逾期未答复、终止本任务',
            en: 'excluded by the firm, or has declined, not answered or given up this task',
          },
        }
      : pass,
};
