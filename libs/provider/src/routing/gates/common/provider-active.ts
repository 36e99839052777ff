import { pass } from '../../gate';
import type { Gate } from '../../gate';

export const providerActive: Gate = {
  name: 'provider-active',
  words: { zh: '机构资格有效', en: 'provider active' },
  kind: 'competence',
  judge: (_demand, candidate) =>
    candidate.active
      ? pass
      : {
          pass: false,
          code: 'inactive',
          words: candidate.inactiveReason ?? { zh: '机构未处于有效状态', en: 'the provider is not active' },
        },
};
