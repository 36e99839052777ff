import { aUscc, badInput, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, admitted, anApplication, api, aScopeLine, institutions } from './institutions';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());

it('is refused at every endpoint, and never the service’s fault', async () => {
  const { id, siteId } = await admitted(service, aUscc(), []);
  const certificate = { scheme: 'CMA', number: '1', issuer: 'x', issuedOn: '2023-03-01', validFrom: '2023-03-01' };
  const calibration = { certificateNumber: '1', calibratedOn: '2026-01-01', calibratedUntil: '2026-12-31' };
  const everything = { ...administrator, roles: ['administrator', 'coordinator', 'operator'] as const };
  const policy = { weights: { distance: 1 }, requiredRatio: '3', backlogWeeks: 4, leadDays: 7, neutral: 0.7 };
  const member = { sub: 'u', name: 'x', roles: ['tester'] };
  const faults = await badInput(service, everything, [
    [
      `POST ${api}/institutions`,
      anApplication(aUscc(), { members: [member], conflicts: [aUscc()], closedDates: ['2026-12-31'] }),
    ],
    [`PATCH ${api}/institutions/${id}`, anApplication(aUscc())],
    [
      `POST ${api}/institutions/${id}/scope-lines`,
      { lines: [aScopeLine(siteId, { rangeMin: '0', unit: 'N' })], active: true },
    ],
    [`POST ${api}/synonyms`, { kind: 'object', name: '童车', relation: 'broader', other: '玩具', source: '目录' }],
    [`POST ${api}/institutions/${id}/qualifications`, { ...certificate, validTo: '2099-12-31' }],
    [`POST ${api}/institutions/${id}/equipment`, { siteId, name: '推拉力计', assetNumber: 'E-1', ...calibration }],
    [`POST ${api}/institutions/${id}/suspend`, { reason: '监督检查', affectedFrom: '2026-01-20' }],
    [`POST ${api}/routing-policy/preview`, { ...policy, decisions: 10 }],
    [`POST ${api}/routing/simulate`, { ...policy, from: '2026-01-01', to: '2026-12-31' }],
  ]);
  expect(faults).toEqual([]);
}, 120_000);
