import { problems } from '@qi/kernel';

export const taskProblem = problems('task', {
  unknown: { kind: 'not-found', zh: '没有这个任务', en: 'there is no such task' },
  'without-job': { kind: 'conflict', zh: '任务没有对应的工单', en: 'the task has no job behind it' },
  'not-delivered': {
    kind: 'conflict',
    zh: '任务状态为“{status}”，只有已交付的任务可以要求返工',
    en: 'the task is {status}; only a delivered one can be sent back for rework',
  },
  'not-amendable': {
    kind: 'conflict',
    zh: '任务状态为“{status}”，不能变更需求；允许变更的状态：{legal}',
    en: 'the demand of a task that is {status} cannot change; it can while {legal}',
  },
  'last-task': {
    kind: 'conflict',
    zh: '这是最后一项任务，请撤回整个申请',
    en: 'this is the last task: withdraw the request instead',
  },
  'not-unroutable': {
    kind: 'conflict',
    zh: '任务状态为“{status}”，只有暂无机构可派的任务可以重新派单',
    en: 'the task is {status}; only one that nobody could take can be sent out again',
  },
  'not-dispatchable': {
    kind: 'conflict',
    zh: '任务状态为“{status}”，不能人工派单；允许的状态：{legal}',
    en: 'a task that is {status} cannot be dispatched by hand; it can while {legal}',
  },
  'already-offered': {
    kind: 'conflict',
    zh: '任务已派给这家机构，正在等待答复',
    en: 'the task is offered to this provider already and waits for its answer',
  },
});
