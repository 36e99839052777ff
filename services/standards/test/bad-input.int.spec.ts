import { badInput, startTestService, type TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, api, newTricycle, oldTricycle, standards, type StandardBody } from './standards';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(standards, { migrations, kafka: false });
});
afterAll(() => service.close());

it('is refused at every endpoint, and never the service’s fault', async () => {
  const everything = { ...administrator, roles: ['administrator', 'operator'] as const };
  const entered = await service.http.post<StandardBody>(`${api}/standards`, oldTricycle, { as: administrator });
  const relations = [{ kind: 'replaces', other: 'GB 14747-2006', extent: 'clause', clauses: ['5.8'], degree: 'IDT' }];
  const whole = { ...newTricycle, endsOn: '2099-12-31', source: 'https://example.org', relations };
  const faults = await badInput(service, everything, [
    [`POST ${api}/standards`, { ...whole, number: 'GB/T 99999-2025' }],
    [`PUT ${api}/standards/${entered.body.id}`, whole],
  ]);
  expect(faults).toEqual([]);
}, 120_000);
