import { problems } from '@qi/kernel';

export const requestProblem = problems('service-request', {
  unknown: { kind: 'not-found', zh: '没有这个服务申请', en: 'there is no such service request' },
  stale: { kind: 'stale', zh: '申请已被他人修改，请刷新', en: 'the request was changed by someone else' },
  empty: {
    kind: 'invalid',
    zh: '请至少选择一项服务，或用文字说明问题',
    en: 'choose at least one service, or tell the problem in words',
  },
  'not-editable': {
    kind: 'conflict',
    zh: '当前状态“{status}”不能修改，只有草稿和退回补正时可以修改',
    en: 'a request that is {status} cannot be changed; only a draft or a returned one can',
  },
  'not-submitted': {
    kind: 'conflict',
    zh: '当前状态“{status}”，只有已提交的申请可以细化',
    en: 'the request is {status}; only a submitted one can be itemised',
  },
  'not-itemised': {
    kind: 'conflict',
    zh: '申请还没有细化为服务事项，不能受理',
    en: 'the problem has not been itemised yet, so it cannot be accepted',
  },
  'unknown-reason': {
    kind: 'invalid',
    zh: '没有这个原因代码：{code}；可用：{known}',
    en: 'there is no reason {code}; known: {known}',
  },
  'reopen-too-late': {
    kind: 'conflict',
    zh: '完成已超过 {days} 天，不能重新打开',
    en: 'it was completed more than {days} days ago and cannot be reopened',
  },
  'enterprise-suspended': {
    kind: 'conflict',
    zh: '企业已被停用，不能提交',
    en: 'the enterprise is suspended and cannot submit',
  },
  'enterprise-needed': {
    kind: 'invalid',
    zh: '窗口代办须指明企业',
    en: 'an entry at the counter must name the enterprise',
  },
});
