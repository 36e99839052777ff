import { pass } from '../../gate';
import type { Gate } from '../../gate';

/** Some catalogue items are bound to named providers, by contract or by law. */
export const eligibleForItem: Gate = {
  name: 'eligible-for-item',
  words: { zh: '在事项的服务机构名单内', en: 'eligible for the item' },
  kind: 'legal',
  judge: ({ eligibleProviders, itemCode }, candidate) =>
    eligibleProviders.length === 0 || eligibleProviders.includes(candidate.providerId)
      ? pass
      : {
          pass: false,
          code: 'not-listed',
          words: { zh: `不在事项 ${itemCode} 的机构名单内`, en: `not among the providers of item ${itemCode}` },
        },
};
