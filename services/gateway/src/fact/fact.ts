import { fill, type Words } from '@qi/kernel';
import type { ActorClaims } from '../session/session';

/** The sides that a case has. */
export const sides = ['firm', 'window', 'provider'] as const;
export type Side = (typeof sides)[number];

/** Whom a fact concerns: the firm of the case, the window of its area, the provider that the fact names. */
export interface Concerned {
  readonly enterpriseId: string | null;
  readonly areaCode: string | null;
  readonly providerId: string | null;
}

/** What somebody sees of all facts. */
export interface View {
  readonly side: Side;
  /** Of the firm or the provider. */
  readonly id?: string;
  /** Beginnings of area codes, of the window and the administration. */
  readonly prefixes?: readonly string[];
}

/** Undefined: the actor acts for nobody and is concerned by nothing. */
export function viewOf({ org, roles, areas }: ActorClaims): View | undefined {
  if (org?.kind === 'enterprise') return { side: 'firm', id: org.id };
  if (org?.kind === 'institution' || org?.kind === 'expert') return { side: 'provider', id: org.id };
  const watches = roles.some((role) => ['clerk', 'steward', 'administrator', 'auditor'].includes(role));
  if (!watches) return undefined;
  return { side: 'window', prefixes: areas.map((area) => (area === '100000' ? '' : area.replace(/(00){1,2}$/, ''))) };
}

export function concerns(fact: Concerned, view: View): boolean {
  if (view.side === 'firm') return fact.enterpriseId === view.id;
  if (view.side === 'provider') return fact.providerId === view.id;
  return fact.areaCode !== null && (view.prefixes ?? []).some((prefix) => fact.areaCode?.startsWith(prefix));
}

interface Template extends Words {
  readonly to: readonly Side[];
}

/** Facts that somebody is told of in words. Everything else only says that something has changed. */
const templates: Readonly<Record<string, Template>> = {
  'service-request.submitted.v1': {
    to: ['window'],
    zh: '{enterpriseName} 提交了申请 {requestNumber}，待受理',
    en: '{enterpriseName} has submitted {requestNumber}; it waits to be accepted',
  },
  'service-request.accepted.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 已受理，分为 {tasks} 项任务',
    en: '{requestNumber} has been accepted and split into {tasks} task(s)',
  },
  'service-request.returned.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 需要补正，请修改后再次提交',
    en: '{requestNumber} needs something from you; mend it and submit again',
  },
  'service-request.refused.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 未被受理',
    en: '{requestNumber} has been refused',
  },
  'service-request.completed.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 的全部任务已完成，请评价',
    en: 'every task of {requestNumber} is done; please rate it',
  },
  'job.offered.v1': {
    to: ['provider'],
    zh: '新任务 {jobNumber} 派给贵单位，请在 {answerBy} 前答复',
    en: 'job {jobNumber} is offered to you; answer by {answerBy}',
  },
  'job.accepted.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 的任务已接单，预计 {promisedDate} 完成',
    en: 'a task of {requestNumber} has been taken on, promised for {promisedDate}',
  },
  'job.unroutable.v1': {
    to: ['window'],
    zh: '申请 {requestNumber} 有任务没有机构可派，请处理',
    en: 'a task of {requestNumber} has nobody to go to and needs you',
  },
  'job.completed.v1': {
    to: ['firm'],
    zh: '申请 {requestNumber} 的任务 {jobNumber} 已交付，请确认',
    en: 'job {jobNumber} of {requestNumber} has been delivered; please confirm',
  },
  'job.expired.v1': {
    to: ['provider'],
    zh: '任务 {jobNumber} 未在时限内答复，已改派',
    en: 'job {jobNumber} was not answered in time and has gone elsewhere',
  },
  'job.cancelled.v1': {
    to: ['provider'],
    zh: '任务 {jobNumber} 已取消',
    en: 'job {jobNumber} has been cancelled',
  },
  'time-limit.breached.v1': {
    to: ['window'],
    zh: '申请 {requestNumber} 已超过时限',
    en: '{requestNumber} is past its time limit',
  },
};

export interface Notice {
  readonly to: readonly Side[];
  readonly words: Words;
}

/** What a fact tells in words; undefined for one that is not worth a notice. Times are told in Asia/Shanghai. */
export function noticeOf(type: string, values: Readonly<Record<string, unknown>>): Notice | undefined {
  const template = templates[type];
  if (!template) return undefined;
  const told = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value)]));
  return { to: template.to, words: { zh: fill(template.zh, told), en: fill(template.en, told) } };
}

function inWords(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return value;
  return new Date(value).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
}
