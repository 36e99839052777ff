import { createHash } from 'node:crypto';
import { TaskOpenedV1 } from '@qi/contracts';
import type { Deliverable, Demand, EnterpriseRef, EventData } from '@qi/contracts';
import { checkUscc, newId } from '@qi/kernel';

export type TaskOpened = EventData<typeof TaskOpenedV1>;

let serial = 0;

/** A unified social credit code that passes every check; another one each time. */
export function aUscc(areaCode = '330482'): string {
  serial += 1;
  const body = `91${areaCode}MA2${serial.toString().padStart(5, '0')}`;
  const checks = [...'0123456789X'].flatMap((inner) =>
    [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((outer) => inner + outer),
  );
  const found = checks.map((check) => body + check).find((code) => checkUscc(code).ok);
  if (!found) throw new Error(`no check characters fit ${body}`);
  return found;
}

export function anEnterprise(given: Partial<EnterpriseRef> = {}): EnterpriseRef {
  return {
    id: newId(),
    uscc: aUscc(given.areaCode),
    name: '平湖市童趣车业有限公司',
    areaCode: '330482',
    industryCode: '2456',
    longitude: 121.02,
    latitude: 30.7,
    ...given,
  };
}

/** Testing of a children's tricycle. */
export function aDemand(given: Partial<Demand> = {}): Demand {
  return {
    object: '儿童三轮车',
    tests: [{ parameter: '稳定性', methodStandard: 'GB/T 14747-2025' }],
    measurements: [],
    skills: [],
    schemes: ['CMA'],
    place: 'laboratory',
    plannedDate: '2026-12-01',
    text: '',
    ...given,
  };
}

export function aTaskOpened(given: Partial<TaskOpened> = {}): TaskOpened {
  serial += 1;
  const number = `R2026${serial.toString().padStart(6, '0')}`;
  return {
    taskId: newId(),
    taskNumber: `${number}-1`,
    requestId: newId(),
    requestNumber: number,
    round: 1,
    element: 'testing',
    item: { code: 'product-testing', version: 1, name: { zh: '产品检测', en: 'Product testing' } },
    demand: aDemand(),
    enterprise: anEnterprise(),
    platformId: newId(),
    urgency: 'normal',
    secrecy: 'normal',
    consents: { subcontracting: false, disclosure: true },
    excluded: [],
    preferred: [],
    eligibleProviders: [],
    answerWithin: 2,
    dependencies: [],
    at: '2026-11-23T02:00:00.000Z',
    ...given,
  };
}

export function aDeliverable(given: Partial<Deliverable> = {}): Deliverable {
  serial += 1;
  const number = given.number ?? `T-2026-${serial}`;
  return {
    kind: 'test-report',
    number,
    title: '检验检测报告',
    sha256: createHash('sha256').update(number).digest('hex'),
    fileId: newId(),
    fileName: `${number}.pdf`,
    size: 1024,
    issuedOn: '2026-12-04',
    ...given,
  };
}
