import { problems } from '@qi/kernel';

export const limitProblem = problems('time-limit', {
  unknown: { kind: 'not-found', zh: '没有这个时限', en: 'there is no such time limit' },
  'not-running': {
    kind: 'conflict',
    zh: '时限已停止（{status}），不能延长',
    en: 'the clock is {status} and cannot be extended',
  },
  stale: { kind: 'stale', zh: '时限设置已被他人修改', en: 'the setting was changed by someone else' },
});
