import { newId } from '@qi/kernel';
import { accessWalk, type Owned, type TestService } from '@qi/testing';
import type { RequestResponse } from '../src/service-request/service-request.view';
import { StandardEnds } from '../src/work-item/standard-end.service';
import { AJob, aBundle, aLine, aPlace, made, taskOf, tell, type Place } from './case';
import { pdf } from './sample-files';
import { aFirm, base, clerk, startWindow } from './window';

let window: TestService;

beforeAll(async () => {
  window = await startWindow();
});
afterAll(() => window.close());

interface Made {
  readonly id: string;
}

const requests = `${base}/service-requests`;
const old = 'GB 14747-2006';

/** Entered at the counter, so that the window may do for it what the firm may. */
async function anAccepted(place: Place): Promise<RequestResponse> {
  const demand = { object: '儿童三轮车', tests: [{ parameter: '稳定性', methodStandard: old }] };
  const body = {
    ...aBundle(place, { lines: [aLine(place.items.testing, { demand })] }),
    enterpriseId: place.enterpriseId,
  };
  const { id } = made(await window.http.post<Made>(requests, body, { as: clerk }));
  made(await window.http.post(`${requests}/${id}/submit`, undefined, { as: clerk }));
  return made(await window.http.post<RequestResponse>(`${requests}/${id}/accept`, undefined, { as: clerk }));
}

async function anAttachment(place: Place): Promise<string> {
  const form = new FormData();
  form.set('enterpriseId', place.enterpriseId);
  form.set('file', new Blob([new Uint8Array(pdf())]), 'paper.pdf');
  return made(await window.http.post<Made>(`${base}/attachments`, form, { as: place.applicant })).id;
}

/** The request cites a standard that ends and nobody can do it: an item for the firm to agree to the one after. */
async function aWorkItem(place: Place, request: RequestResponse): Promise<string> {
  const task = taskOf(request, 'test');
  const ending = { number: old, family: 'GB 14747', endsOn: '2026-10-31', successors: ['GB/T 14747-2025'] };
  const ends = window.app.get(StandardEnds, { strict: false });
  await window.dataSource.transaction((tx) => ends.follow(tx, [{ ...ending, at: '2025-10-05T00:00:00.000Z' }]));
  await tell(window, new AJob(task).unroutable());
  await window.dataSource.transaction((tx) => ends.lookAgain(tx, [task.id]));
  const { items } = made(await window.http.get<{ items: Made[] }>(`${base}/work-items`, { as: place.applicant }));
  return items[0]?.id ?? '';
}

async function things(): Promise<Owned[]> {
  const place = await aPlace(window);
  const request = await anAccepted(place);
  const task = taskOf(request, 'test');
  const own = { owners: [{ kind: 'enterprise', id: place.enterpriseId }], area: '330482' } as const;
  const bodies = {
    EnterpriseController_revise: aFirm({ uscc: undefined }),
    FulfilmentController_reopen: { taskIds: [task.id], reason: '报告有误' },
    WindowDecisionController_itemise: { lines: [aLine(place.items.testing)] },
    TaskCommandsController_amend: { demand: { object: '儿童三轮车' }, reason: '型号变更' },
    TaskCommandsController_redispatch: { providerId: newId(), reason: '人工派单' },
  };
  return [
    { at: '/enterprises/{id}', ids: { id: place.enterpriseId }, ...own, bodies },
    { at: '/service-requests/{id}', ids: { id: request.id }, ...own, bodies },
    { at: '/tasks/{id}', ids: { id: task.id }, ...own, bodies },
    { at: '/attachments/{id}', ids: { id: await anAttachment(place) }, ...own },
    { at: '/work-items/{id}', ids: { id: await aWorkItem(place, request) }, ...own },
  ];
}

it('every operation answers each role as the permission table says', async () => {
  expect(await accessWalk(window, 'service-requests', await things())).toEqual([]);
}, 300_000);
