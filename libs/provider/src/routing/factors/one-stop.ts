import type { Words } from '@qi/kernel';
import type { Factor } from '../gate';

/** The provider already works on this request: one contract and one contact fewer. Full score from two such jobs on. */
export const oneStop: Factor = {
  name: 'one-stop',
  words: { zh: '一站式', en: 'one-stop' },
  score: (_demand, candidate) => (candidate.sameRequestJobs ?? 0) / 2,
};

/** What it saves that the provider has other tasks of the request, told from the score in millionths; nothing at 0. */
export function savingOf(score: number): Words | undefined {
  if (score <= 0) return undefined;
  const [zh, en] = score < 1_000_000 ? ['另一项任务', 'another task'] : ['另外两项以上任务', 'two or more other tasks'];
  return {
    zh: `已承接本申请的${zh}：少签一份合同、少一次送样往返、只对接一个联系人`,
    en: `already has ${en} of this request: one contract, one delivery of samples and one contact fewer`,
  };
}
