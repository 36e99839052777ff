import { pass } from '../../gate';
import type { Gate } from '../../gate';

/** A clerk named the provider: everyone else is out. */
export const dispatchedTo: Gate = {
  name: 'dispatched-to',
  words: { zh: '人工指派', en: 'dispatched by a clerk' },
  kind: 'legal',
  judge: (demand, candidate) =>
    demand.dispatchedTo === undefined || demand.dispatchedTo === candidate.providerId
      ? pass
      : {
          pass: false,
          code: 'other-provider',
          words: { zh: '窗口已指派其他机构', en: 'the window dispatched the task to another provider' },
        },
};
