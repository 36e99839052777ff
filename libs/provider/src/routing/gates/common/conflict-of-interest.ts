import { pass } from '../../gate';
import type { Gate } from '../../gate';

/** Impartiality, ISO/IEC 17025:2017 4.1 and its kin: a declared tie with the firm excludes. */
export const conflictOfInterest: Gate = {
  name: 'conflict-of-interest',
  words: { zh: '无利益冲突', en: 'no conflict of interest' },
  kind: 'legal',
  judge: ({ enterprise }, candidate) =>
    candidate.conflicts.includes(enterprise.id) || candidate.conflicts.includes(enterprise.uscc)
      ? {
          pass: false,
          code: 'conflict',
          words: { zh: '与该企业存在利益冲突', en: 'has a conflict of interest with the firm' },
        }
      : pass,
};
