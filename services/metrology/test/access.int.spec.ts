import { JobOfferedV1 } from '@qi/contracts';
import { addDays, newId, toBusinessDate } from '@qi/kernel';
import { accessWalk, actor, aDemand, aTaskOpened, aUscc, startTestService, testWindow, waitFor } from '@qi/testing';
import type { Owned, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { aCapability, administrator, admitted, api, metrology } from './metrology';

interface Made {
  readonly id: string;
}

let service: TestService;
let window: TestWindow;

beforeAll(async () => {
  service = await startTestService(metrology, { migrations });
  window = await testWindow(service.topicPrefix);
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});

const as = { as: administrator };

async function anOffer(enterpriseId: string) {
  const caliper = { instrument: '游标卡尺', measurand: '长度', min: '0', max: '150', unit: 'mm', tolerance: '0.05' };
  const measurements = [{ ...caliper, quantity: 1, service: 'calibration' as const }];
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 7);
  const demand = aDemand({ object: '卡尺', tests: [], schemes: [], measurements, plannedDate });
  const task = aTaskOpened({ element: 'metrology', demand });
  await window.open({ ...task, enterprise: { ...task.enterprise, id: enterpriseId } });
  return window.waitFor(task.taskId, JobOfferedV1);
}

async function anInstrument(enterpriseId: string): Promise<string> {
  const range = { measurand: '长度', rangeMin: '0', rangeMax: '150', unit: 'mm', accuracyClass: '' };
  const kept = { serialNumber: '1', assetNumber: '', intervalMonths: 12, compulsory: false, place: '' };
  const instrument = { name: '卡尺', model: 'x', ...range, ...kept, areaCode: '330402', lastOn: '2026-10-31' };
  const owner = actor('applicant', { org: { kind: 'enterprise', id: enterpriseId } });
  const sent = { ...instrument, certificateNumber: 'C1' };
  return (await service.http.post<Made>(`${api}/instruments`, sent, { as: owner })).body.id;
}

function annexForm(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['measurand\n']), 'annex.csv');
  const fields = { certNo: 'L1', validFrom: '2026-01-01', validTo: '2099-12-31' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function anAnnex(instituteId: string): Promise<string> {
  const { body } = await service.http.post<Made>(`${api}/institutes/${instituteId}/annexes`, annexForm(), as);
  const read = async () =>
    (await service.http.get<{ status: string }>(`${api}/annexes/${body.id}`, as)).body.status !== 'reading';
  await waitFor(read, { what: 'the end of reading' });
  return body.id;
}

/** An admitted institute with an offer, and the firm that asked with an instrument of its own. */
async function things(): Promise<Owned[]> {
  const { id, siteId } = await admitted(service, aUscc(), [{}]);
  const capabilities = await service.http.get<{ items: Made[] }>(`${api}/capabilities`, as);
  const enterpriseId = newId();
  const offer = await anOffer(enterpriseId);
  const firm = { kind: 'enterprise', id: enterpriseId } as const;
  const institute = { kind: 'institution', id } as const;
  const bodies = {
    CapabilityController_enter: { capabilities: [aCapability(siteId, { instrumentKinds: ['量块'] })] },
    AnnexController_submit: annexForm(),
  };
  const ownLaboratory = { owners: [institute], area: '330400' };
  return [
    { at: '/institutes/{id}', ids: { id, siteId }, ...ownLaboratory, bodies },
    { at: '/capabilities/{id}', ids: { id: capabilities.body.items[0]?.id ?? '' }, ...ownLaboratory },
    { at: '/annexes/{id}', ids: { id: await anAnnex(id) }, ...ownLaboratory },
    { at: '/instruments/{id}', ids: { id: await anInstrument(enterpriseId) }, owners: [firm], area: '330402' },
    { at: '/jobs/{id}', ids: { id: offer.jobId }, owners: [institute, firm], area: '330482' },
    { at: '/decisions/{id}', ids: { id: offer.decisionId }, owners: [institute, firm], area: '330482' },
  ];
}

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(service, 'metrology', await things())).toEqual([]);
}, 300_000);
