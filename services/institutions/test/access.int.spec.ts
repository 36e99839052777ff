import { JobOfferedV1 } from '@qi/contracts';
import { addDays, toBusinessDate } from '@qi/kernel';
import {
  accessWalk,
  aDemand,
  anEnterprise,
  aTaskOpened,
  aUscc,
  startTestService,
  testWindow,
  waitFor,
} from '@qi/testing';
import type { Owned, TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { WorkItemService } from '../src/work-item/work-item.service';
import { administrator, admitted, api, aScopeLine, coordinatorOf, institutions } from './institutions';

interface Made {
  readonly id: string;
}

let service: TestService;
let window: TestWindow;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations });
  window = await testWindow(service.topicPrefix);
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});

const as = { as: administrator };
const certificate = { scheme: 'CNAS', number: 'L1', issuer: 'CNAS', issuedOn: '2023-03-01' };
const valid = { validFrom: '2023-03-01', validTo: '2099-12-31' };

async function anAnnex(institutionId: string): Promise<string> {
  const { body } = await service.http.post<Made>(`${api}/institutions/${institutionId}/annexes`, annexForm(), as);
  const read = async () =>
    (await service.http.get<{ status: string }>(`${api}/annexes/${body.id}`, as)).body.status !== 'reading';
  await waitFor(read, { what: 'the end of reading' });
  return body.id;
}

function annexForm(): FormData {
  const form = new FormData();
  form.set(
    'file',
    new Blob(['序号,类别,产品/项目/参数,标准(方法)名称,标准号\n1,玩具,燃烧,玩具安全,GB 6675.3-2014']),
    'annex.csv',
  );
  const fields = { scheme: 'CMA', certNo: '231100340088', validFrom: '2026-01-01', validTo: '2099-12-31' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function aWorkItem(): Promise<string> {
  const ending = { number: 'GB 14747-2006', family: 'GB 14747', endsOn: '2026-10-31', successors: [] };
  await service.dataSource.transaction((tx) => service.app.get(WorkItemService).follow(tx, [ending]));
  const { body } = await service.http.get<{ items: Made[] }>(`${api}/work-items`, as);
  return body.items[0]?.id ?? '';
}

async function anOffer(enterprise: TaskOpened['enterprise']) {
  const demand = aDemand({ plannedDate: addDays(toBusinessDate(service.clock.now()), 20) });
  const task = aTaskOpened({ enterprise, demand });
  await window.open(task);
  return window.waitFor(task.taskId, JobOfferedV1);
}

/** A job that was done, with a report to download. */
async function aReport(institutionId: string, jobId: string) {
  const own = { as: coordinatorOf(institutionId) };
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'report.pdf');
  for (const [name, value] of Object.entries({ kind: 'test-report', number: 'T-1', title: '检验检测报告' }))
    form.set(name, value);
  await service.http.post(`${api}/jobs/${jobId}/accept`, {}, own);
  await service.http.post(`${api}/jobs/${jobId}/progress`, { step: 'sample-received' }, own);
  await service.http.post(`${api}/jobs/${jobId}/deliverables`, form, own);
  const path = `${api}/jobs/${jobId}/complete`;
  const { body } = await service.http.post<{ deliverables: { fileId: string }[] }>(path, undefined, own);
  return { id: jobId, fileId: body.deliverables[0]?.fileId ?? '' };
}

/** An admitted laboratory with all that it may have, and an offer of a firm's task. */
async function things(): Promise<Owned[]> {
  const { id, siteId } = await admitted(service, aUscc(), [{}, { method: 'GB 14747-2006', validFrom: '2020-01-01' }]);
  const under = `${api}/institutions/${id}`;
  const qualification = await service.http.post<Made>(`${under}/qualifications`, { ...certificate, ...valid }, as);
  const lines = await service.http.get<{ items: Made[] }>(`${api}/scope-lines`, as);
  const enterprise = anEnterprise();
  const offer = await anOffer(enterprise);
  const done = await aReport(id, (await anOffer(enterprise)).jobId);
  const laboratory = { owners: [{ kind: 'institution', id }], area: '330482' } as const;
  const parties = {
    ...laboratory,
    owners: [...laboratory.owners, { kind: 'enterprise', id: enterprise.id }],
  } as const;
  const lineId = lines.body.items[0]?.id ?? '';
  const bodies = {
    QualificationController_record: { ...certificate, ...valid, number: 'L2' },
    ScopeLineController_enter: { lines: [aScopeLine(siteId, { parameter: '燃烧' })] },
    ScopeLineController_activateMany: { ids: [lineId] },
    AnnexController_submit: annexForm(),
  };
  return [
    { at: '/institutions/{id}', ids: { id, siteId }, ...laboratory, bodies },
    { at: '/qualifications/{id}', ids: { id: qualification.body.id }, ...laboratory },
    { at: '/scope-lines/{id}', ids: { id: lineId }, ...laboratory },
    { at: '/annexes/{id}', ids: { id: await anAnnex(id) }, ...laboratory },
    { at: '/work-items/{id}', ids: { id: await aWorkItem() }, ...laboratory },
    { at: '/jobs/{id}', ids: { id: offer.jobId }, ...parties },
    { at: '/jobs/{id}', ids: done, ...parties },
    { at: '/decisions/{id}', ids: { id: offer.decisionId }, ...parties },
  ];
}

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(service, 'institutions', await things())).toEqual([]);
}, 300_000);
