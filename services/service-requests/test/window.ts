import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor, aUscc, startTestService, type TestService } from '@qi/testing';
import { AppModule } from '../src/app.module';
import { Config } from '../src/config';
import { migrations } from '../src/data-source';

export const base = '/api/service-requests/v1';

/** The whole service over a database of its own. Without a broker its events stay in the outbox, where tests read them. */
export function startWindow(options: { kafka: boolean } = { kafka: false }): Promise<TestService> {
  return startTestService(
    { service: 'service-requests', config: Config, module: (config) => AppModule.for(config) },
    { ...options, migrations },
  );
}

/** Someone of a firm, without an organisation in the token: membership decides. */
export function aPerson(sub = `person-${newId().slice(-6)}`): Actor {
  return { sub, name: `Person ${sub}`, roles: ['applicant'], areas: [] };
}

export const clerk = actor('clerk', { areas: ['330482'] });
export const administrator = actor('administrator', { areas: ['330400'] });

export function aFirm(values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    uscc: aUscc(),
    name: '平湖示例童车有限公司',
    areaCode: '330482',
    industryCode: '2456',
    legalRepresentative: '张三',
    contacts: [{ name: '李四', phone: '13800000000', email: 'li@example.com' }],
    address: '平湖市示例路 1 号',
    location: { longitude: 121.02, latitude: 30.7 },
    ...values,
  };
}

export function aPlatform(values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: { zh: '平湖童车质量基础设施一站式服务平台', en: 'Pinghu children’s vehicle platform' },
    industryCodes: ['2456'],
    areaCodes: ['330482'],
    ...values,
  };
}

export function anItem(values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    code: `item-${newId().slice(-8)}`,
    element: 'testing',
    name: { zh: '儿童三轮车检测', en: 'Testing of children’s tricycles' },
    description: { zh: '按现行标准检测', en: 'to the standards in force' },
    fields: {
      type: 'object',
      additionalProperties: false,
      required: ['model'],
      properties: { model: { type: 'string', maxLength: 40, 'x-label': { zh: '型号', en: 'Model' } } },
    },
    documents: [{ code: 'photos', name: { zh: '照片', en: 'Photos' }, required: false }],
    priceText: { zh: '面议', en: 'on request' },
    promisedDays: 15,
    durationDays: 10,
    ...values,
  };
}

/** The facts waiting in the outbox, oldest first, of one type. */
export async function outboxOf<D>(window: TestService, type: string): Promise<D[]> {
  const rows = await window.dataSource.query<{ data: D | string }[]>(
    'select data from outbox where type = $1 order by seq',
    [type],
  );
  return rows.map(({ data }) => (typeof data === 'string' ? (JSON.parse(data) as D) : data));
}
