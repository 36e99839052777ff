/** Facts of the usual size (about 1 KB), numbered per key: `round` counts up by one for each task. */
import { TaskOpenedV1, type DomainEvent } from '@qi/contracts';
import { newId } from '@qi/kernel';

const request = { requestId: newId(), requestNumber: 'QI-20261124-000001' };
const enterprise = {
  id: newId(),
  name: '平湖示例童车有限公司（虚构）',
  uscc: '91330482MA2B000060',
  areaCode: '330482',
  industryCode: '2456',
};
const demand = {
  object: '儿童三轮车',
  tests: ['稳定性', '机械强度', '制动性能'].map((parameter) => ({ parameter, methodStandard: 'GB/T 14747-2025' })),
  measurements: [],
  skills: [],
  schemes: ['CMA' as const],
  quantity: 3,
  place: 'laboratory' as const,
  plannedDate: '2027-01-04',
  text: '样品随附说明书，请注明批号。',
};

export function taskOpened(taskId: string, round: number): DomainEvent {
  return TaskOpenedV1.of({
    ...request,
    ...{ taskId, round, enterprise, demand },
    taskNumber: `${request.requestNumber}-1`,
    element: 'testing',
    item: { code: 'testing-quick', version: 1, name: { zh: '童车快检', en: 'Quick test of children’s vehicles' } },
    platformId: enterprise.id,
    urgency: 'normal',
    secrecy: 'normal',
    consents: { subcontracting: false, disclosure: false },
    excluded: [],
    preferred: [],
    eligibleProviders: [],
    answerWithin: 2,
    dependencies: [],
    at: new Date().toISOString(),
  });
}
