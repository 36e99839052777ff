import { aUscc, badInput, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, anExpert, api, experts } from './experts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(experts, { migrations, kafka: false });
});
afterAll(() => service.close());

it('is refused at every endpoint, and never the service’s fault', async () => {
  const everything = { ...administrator, roles: ['administrator', 'expert', 'operator'] as const };
  const absences = [{ from: '2026-12-01', to: '2026-12-02' }];
  const faults = await badInput(service, everything, [
    [`POST ${api}/experts`, anExpert({ absences, conflicts: [aUscc()] })],
  ]);
  expect(faults).toEqual([]);
}, 120_000);
