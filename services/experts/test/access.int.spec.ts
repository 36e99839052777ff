import { JobOfferedV1 } from '@qi/contracts';
import { accessWalk, aDemand, aTaskOpened, startTestService, testWindow } from '@qi/testing';
import type { Owned, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, anExpert, api, experts, type ExpertBody } from './experts';

let service: TestService;
let window: TestWindow;

beforeAll(async () => {
  service = await startTestService(experts, { migrations });
  window = await testWindow(service.topicPrefix);
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});

/** An expert with an offer. */
async function things(): Promise<Owned[]> {
  const { body } = await service.http.post<ExpertBody>(`${api}/experts`, anExpert(), { as: administrator });
  const task = aTaskOpened({
    element: 'quality-management',
    demand: aDemand({ tests: [], skills: ['质量诊断'], place: 'on-site' }),
  });
  await window.open(task);
  const offer = await window.waitFor(task.taskId, JobOfferedV1);
  const expert = { kind: 'expert', id: body.id } as const;
  const firm = { kind: 'enterprise', id: task.enterprise.id } as const;
  return [
    { at: '/experts/{id}', ids: { id: body.id }, owners: [expert], area: '330400' },
    { at: '/jobs/{id}', ids: { id: offer.jobId }, owners: [expert, firm], area: '330482' },
    { at: '/decisions/{id}', ids: { id: offer.decisionId }, owners: [expert, firm], area: '330482' },
  ];
}

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(service, 'experts', await things())).toEqual([]);
}, 300_000);
