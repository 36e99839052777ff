import type { EnterpriseRef } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { aDemand, anEnterprise } from '@qi/testing';
import type { RequestLine } from '../src/request-line/request-line';
import type { ServiceRequest } from '../src/service-request/service-request';
import type { Task } from '../src/task/task';

export const at = new Date('2026-11-23T02:00:00Z');
export const act = { by: { sub: 'u1', name: '经办人' }, at };

export function aRequestLine(values: Partial<RequestLine> = {}): RequestLine {
  return {
    key: 'test',
    itemCode: 'tricycle-testing',
    itemVersion: 1,
    itemName: { zh: '儿童三轮车检测', en: 'Testing of children’s tricycles' },
    element: 'testing',
    days: 10,
    documents: [],
    answers: {},
    demand: aDemand(),
    dependsOn: [],
    urgency: 'normal',
    secrecy: 'normal',
    consents: { subcontracting: false, disclosure: false },
    excluded: [],
    preferred: [],
    ...values,
  };
}

export function aRequest(values: Partial<ServiceRequest> = {}): ServiceRequest {
  const enterprise: EnterpriseRef = values.enterprise ?? anEnterprise();
  return {
    id: newId(),
    number: 'QI-20261123-000001',
    version: 1,
    status: 'draft',
    channel: 'portal',
    enterpriseId: enterprise.id,
    enterprise,
    platformId: newId(),
    areaCode: enterprise.areaCode,
    title: null,
    problem: null,
    needBy: null,
    contact: null,
    attachmentIds: [],
    lines: [aRequestLine()],
    itemCodes: ['tricycle-testing'],
    answer: null,
    withdrawal: null,
    copiedFromId: null,
    createdBy: act.by,
    createdAt: at,
    updatedAt: at,
    submittedAt: null,
    acceptedAt: null,
    completedAt: null,
    closedAt: null,
    ratedAt: null,
    ...values,
  };
}

export function aTask(values: Partial<Task> = {}): Task {
  const request = aRequest();
  return {
    id: newId(),
    number: `${request.number}-1`,
    version: 1,
    requestId: request.id,
    requestNumber: request.number,
    lineKey: 'test',
    status: 'waiting',
    element: 'testing',
    itemCode: 'tricycle-testing',
    itemVersion: 1,
    itemName: { zh: '儿童三轮车检测', en: 'Testing of children’s tricycles' },
    days: 10,
    demand: aDemand(),
    needBy: null,
    urgency: 'normal',
    secrecy: 'normal',
    consents: { subcontracting: false, disclosure: false },
    excluded: [],
    preferred: [],
    eligibleProviders: [],
    answerWithin: 2,
    dependsOn: [],
    enterpriseId: request.enterpriseId,
    enterprise: request.enterprise,
    platformId: request.platformId,
    areaCode: request.areaCode,
    round: 1,
    dispatchedTo: null,
    jobId: null,
    job: null,
    step: null,
    unroutable: null,
    deliverables: [],
    createdAt: at,
    updatedAt: at,
    openedAt: null,
    offeredAt: null,
    acceptedAt: null,
    deliveredAt: null,
    confirmedAt: null,
    ratedAt: null,
    ...values,
  };
}
