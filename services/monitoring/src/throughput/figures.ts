import type { Words } from '@qi/kernel';

/** What each figure counts, in words and as the condition that the queries use. The definition is the code. */
export interface Figure {
  readonly name: string;
  readonly title: Words;
  readonly definition: Words;
}

export const figures = {
  requests: {
    name: 'requests',
    title: { zh: '需求数', en: 'requests' },
    definition: { zh: '期间内提交的需求，按当前状态计', en: 'requests submitted in the period, by their status now' },
  },
  tasks: {
    name: 'tasks',
    title: { zh: '任务数', en: 'tasks' },
    definition: { zh: '期间内产生的任务，按当前状态计', en: 'tasks created in the period, by their status now' },
  },
  jobs: {
    name: 'jobs',
    title: { zh: '作业数', en: 'jobs' },
    definition: { zh: '期间内发出的邀约，按当前状态计', en: 'jobs offered in the period, by their status now' },
  },
  serviceTimes: {
    name: 'serviceTimes',
    title: { zh: '服务次数', en: 'service times' },
    definition: {
      zh: '首次交付日在期间内的任务数，同一企业的多次服务分别计',
      en: 'tasks first delivered in the period; several services to one firm count each',
    },
  },
  firmsServed: {
    name: 'firmsServed',
    title: { zh: '服务企业数', en: 'firms served' },
    definition: {
      zh: '期间内至少有一项任务首次交付的不同企业数，每家只计一次',
      en: 'distinct firms with at least one task first delivered in the period; each counts once',
    },
  },
  submitToOffer: {
    name: 'submitToOffer',
    title: { zh: '提交至派单用时', en: 'submit to offer' },
    definition: {
      zh: '自需求提交至任务首次发出邀约的秒数；有前置任务的自任务开启时计',
      en: 'seconds from submission to the first offer of a task; from its opening where it waited for another task',
    },
  },
  submitToAcceptance: {
    name: 'submitToAcceptance',
    title: { zh: '提交至接单用时', en: 'submit to acceptance' },
    definition: {
      zh: '自需求提交（或任务开启，取晚者）至机构首次接单的秒数',
      en: 'seconds from submission (or the opening of the task, whichever is later) to its first acceptance by a provider',
    },
  },
  submitToCompletion: {
    name: 'submitToCompletion',
    title: { zh: '提交至交付用时', en: 'submit to completion' },
    definition: {
      zh: '自需求提交（或任务开启，取晚者）至任务首次交付的秒数',
      en: 'seconds from submission (or the opening of the task, whichever is later) to its first delivery',
    },
  },
} as const satisfies Record<string, Figure>;
