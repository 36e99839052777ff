import { newId } from '@qi/kernel';
import { aUscc, badInput, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { migrations } from '../src/data-source';
import { aCapability, administrator, admitted, anApplication, api, metrology } from './metrology';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(metrology, { migrations, kafka: false });
});
afterAll(() => service.close());

it('is refused at every endpoint, and never the service’s fault', async () => {
  const { id, siteId } = await admitted(service, aUscc(), []);
  const everything = { ...administrator, roles: ['administrator', 'metrology-coordinator', 'operator'] as const };
  const instrument = {
    ...{
      name: '卡尺',
      model: 'x',
      serialNumber: '1',
      assetNumber: '',
      measurand: '长度',
      rangeMin: '0',
      rangeMax: '150',
    },
    ...{ unit: 'mm', accuracyClass: '', intervalMonths: 12, compulsory: false, place: '', areaCode: '330482' },
    ...{ enterpriseId: newId(), lastOn: '2026-01-31', certificateNumber: '1' },
  };
  const capability = aCapability(siteId, { k: '2', p: '95', onSite: true, legalAreas: ['330482'] });
  const faults = await badInput(service, everything, [
    [`POST ${api}/institutes`, anApplication(aUscc(), { conflicts: [aUscc()] })],
    [`POST ${api}/institutes/${id}/capabilities`, { capabilities: [capability], active: true }],
    [`POST ${api}/instruments`, instrument],
  ]);
  expect(faults).toEqual([]);
}, 120_000);
