import { problems } from '@qi/kernel';

export const limitProblem = problems('time-limit', {
  unknown: { kind: 'not-found', zh: '没有这个时限', en: 'there is no such time limit' },
  'default-stays': {
    kind: 'conflict',
    zh: '默认时限只能修改，不能删除',
    en: 'the default of a kind can be changed, not removed',
  },
  'not-running': {
    kind: 'conflict',
    zh: '时限已停止（{status}），不能延长',
    en: 'the clock is {status} and cannot be extended',
  },
});
