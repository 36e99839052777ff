import { problems } from '@qi/kernel';

export const jobProblem = problems('job', {
  'not-found': { kind: 'not-found', zh: '没有这项工作', en: 'there is no such job' },
  'no-deliverable': {
    kind: 'conflict',
    zh: '完成前至少要提交一份交付物',
    en: 'a job is completed with at least one deliverable',
  },
  'unknown-step': {
    kind: 'invalid',
    zh: '没有步骤“{step}”；可选：{steps}',
    en: 'there is no step {step}; choose from {steps}',
  },
  'step-back': {
    kind: 'conflict',
    zh: '已到步骤“{at}”，不能回到“{step}”',
    en: 'the work has reached {at} and does not go back to {step}',
  },
  'not-at-work': {
    kind: 'conflict',
    zh: '工作当前状态为“{status}”，不能提交交付物；允许的下一状态：{legal}',
    en: 'the job is {status} and takes no deliverables; allowed next: {legal}',
  },
  paused: { kind: 'conflict', zh: '工作已暂停：{zh}', en: 'the job is paused: {en}' },
  'answer-overdue': {
    kind: 'conflict',
    zh: '答复期限 {answerBy} 已过',
    en: 'the offer had to be answered by {answerBy}',
  },
  'promise-in-past': {
    kind: 'invalid',
    zh: '承诺日期 {promisedDate} 早于今天',
    en: 'the promised date {promisedDate} lies in the past',
  },
  'other-job': {
    kind: 'conflict',
    zh: '该任务已由另一项工作承担',
    en: 'the task is in the hands of another job',
  },
  'duplicate-number': {
    kind: 'conflict',
    zh: '交付物编号 {number} 已在本工作中使用',
    en: 'the job already has a deliverable numbered {number}',
  },
  'no-file': { kind: 'invalid', zh: '请上传文件（字段 file）', en: 'upload the file in the field “file”' },
  'file-too-large': { kind: 'invalid', zh: '文件超过 10 MB', en: 'the file is larger than 10 MB' },
  'file-type': {
    kind: 'invalid',
    zh: '文件内容不是允许的类型：{allowed}',
    en: 'the content of the file is none of the types allowed: {allowed}',
  },
});
