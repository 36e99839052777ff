import type { Citations, EventData, StandardChangedV1, TaskOpenedV1 } from '@qi/contracts';
import { actor, checkAfterEach, type TestService } from '@qi/testing';
import { AJob, aLine, anAccepted, aPlace, made, taskOf, tell, type Place } from '../../test/case';
import { administrator, anItem, base, clerk, outboxOf, startWindow } from '../../test/window';
import type { LifeLineEntryResponse } from '../life-line/life-line.view';
import type { RequestResponse } from '../service-request/service-request.view';
import { StandardEnds } from './standard-end.service';
import type { WorkItemResponse } from './work-item.dto';
import { WorkItemTimer } from './work-item.timer';

/** The facts of the field's own case: another prefix, and a general standard beside it. */
const ending = {
  number: 'GB 14747-2006',
  family: 'GB 14747',
  endsOn: '2026-10-31',
  successors: ['GB 46517-2025', 'GB/T 14747-2025'],
  at: '2025-10-05T00:00:00.000Z',
};

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });
beforeEach(async () => {
  window.clock.moveTo(new Date('2026-10-30T02:00:00Z'));
  await window.dataSource.query('truncate work_item, ended_standard');
  // A firm of its own: open tasks of the tests before cite the same standard.
  place = await aPlace(window);
});

const ends = () => window.app.get(StandardEnds, { strict: false });
const follow = (...facts: (Partial<EventData<typeof StandardChangedV1>> & { at: string })[]) =>
  window.dataSource.transaction((tx) =>
    ends().follow(
      tx,
      facts.map((fact) => ({ ...ending, ...fact })),
    ),
  );
const unroutable = async (request: RequestResponse) => {
  const task = taskOf(request, 'test');
  await tell(window, new AJob(task).unroutable());
  await window.dataSource.transaction((tx) => ends().lookAgain(tx, [task.id]));
};
const list = async (as = place.applicant) =>
  made(await window.http.get<{ items: WorkItemResponse[] }>(`${base}/work-items`, { as })).items;
const post = (item: WorkItemResponse, action: string, body: object, as = place.applicant) =>
  window.http.post<WorkItemResponse>(`${base}/work-items/${item.id}/${action}`, body, { as });
const see = async (id: string) =>
  made(await window.http.get<RequestResponse>(`${base}/service-requests/${id}`, { as: place.applicant }));

/** Opened on 2026-10-30, one day before the standard ends. */
function aTricycleTest(methodStandard = 'GB 14747-2006', plannedDate = '2026-11-05') {
  const tests = ['稳定性', '机械强度'].map((parameter) => ({ parameter, methodStandard }));
  const demand = { object: '儿童三轮车', tests, schemes: ['CMA'], plannedDate };
  const lines = [aLine(place.items.testing, { demand })];
  return anAccepted(window, place, { platformId: place.platformId, title: '三轮车检测', needBy: '2026-11-20', lines });
}

async function theItem(): Promise<WorkItemResponse> {
  const [item] = await list();
  if (!item) throw new Error('there is no work item');
  return item;
}

describe('a tricycle test asked for on 2026-10-30 and planned on 2026-11-05', () => {
  it('keeps its text, shows the change, and is routed by the new standard after the firm agrees', async () => {
    await follow({ at: ending.at });
    const { id, tasks } = await aTricycleTest();
    await unroutable(await see(id));
    expect(taskOf(await see(id), 'test').demand.tests[0]?.methodStandard).toBe('GB 14747-2006');
    const item = await theItem();
    expect(item).toMatchObject({ status: 'open', standard: 'GB 14747-2006', endsOn: '2026-10-31' });
    expect(item.words.zh).toContain('请确认改按 GB 46517-2025、GB/T 14747-2025');
    const line = await window.http.get<{ items: LifeLineEntryResponse[] }>(
      `${base}/service-requests/${id}/life-line?kind=standard-ends`,
      { as: place.applicant },
    );
    expect(line.body.items).toMatchObject([{ data: { successors: ending.successors, plannedDate: '2026-11-05' } }]);

    const undecided = await post(item, 'agree', {});
    expect([undecided.status, (undecided.body as unknown as { type: string }).type]).toEqual([
      422,
      'urn:qi:problem:work-item/not-a-successor',
    ]);
    const agreed = made(await post(item, 'agree', { standard: 'GB/T14747—2025' }));
    expect(agreed).toMatchObject({ status: 'done', reason: 'GB/T 14747-2025', closedBy: { sub: place.applicant.sub } });
    const opened = (await outboxOf<EventData<typeof TaskOpenedV1>>(window, 'task.opened.v1')).filter(
      ({ taskId }) => taskId === tasks[0]?.id,
    );
    expect(opened.map(({ round, demand }) => [round, demand.tests.map((test) => test.methodStandard)])).toEqual([
      [1, ['GB 14747-2006', 'GB 14747-2006']],
      [2, ['GB/T 14747-2025', 'GB/T 14747-2025']],
    ]);
    expect(taskOf(await see(id), 'test')).toMatchObject({ status: 'opened', round: 2 });
  });
});

describe('a standard that ends', () => {
  it('gives open requests one item each when it is told, and none to work planned before its last day', async () => {
    const { id } = await aTricycleTest();
    await aTricycleTest('GB 14747-2006', '2026-10-31');
    await aTricycleTest('GB/T 14747-2025');
    await follow({ at: ending.at }, { number: 'GB 1-2000', family: 'GB 1', at: ending.at });
    await follow({ at: ending.at });
    expect(await list()).toMatchObject([{ requestId: id, plannedDate: '2026-11-05' }]);
    expect(await list(clerk)).toHaveLength(1);
    expect(await list(actor('clerk', { areas: ['320000'] }))).toEqual([]);
    expect(await list(actor('applicant'))).toEqual([]);
  });

  it('concerns a family that is cited without a year when nothing of the family follows', async () => {
    const { id } = await aTricycleTest('GB 14747');
    await follow({ at: ending.at, successors: ['GB 14747-2026'] });
    expect((await list()).filter(({ requestId }) => requestId === id)).toEqual([]);
    await follow({ at: ending.at });
    const item = (await list()).find(({ requestId }) => requestId === id)!;
    made(await post(item, 'agree', { standard: 'GB/T 14747-2025' }));
    expect(taskOf(await see(id), 'test').demand.tests[0]?.methodStandard).toBe('GB/T 14747-2025');
  });

  it('asks a clerk to revise the items of the catalogue that cite it', async () => {
    const as = { as: administrator };
    const item = anItem({ standards: ['GB14747—2006'] });
    const { id } = made(await window.http.post<{ id: string }>(`${base}/service-items`, item, as));
    made(await window.http.post(`${base}/service-items/${id}/publish`, undefined, as));
    await follow({ at: ending.at });
    const [open] = (await list(clerk)).filter(({ kind }) => kind === 'item');
    expect(open).toMatchObject({ itemId: id, standard: 'GB 14747-2006', status: 'open' });
    expect((await list()).filter(({ kind }) => kind === 'item')).toEqual([]);
    expect((await post(open!, 'agree', { standard: 'GB/T 14747-2025' }, clerk)).status).toBe(409);
    made(await window.http.post(`${base}/service-items/${id}/retire`, undefined, as));
    await ends().closeMended();
    expect((await list(clerk)).find(({ id: each }) => each === open!.id)?.status).toBe('done');
  });
});

describe('an item', () => {
  it('closes by itself when the work is planned earlier, cancelled, or the standard stays after all', async () => {
    const { id } = await aTricycleTest();
    await follow({ at: ending.at });
    made(
      await window.http.post(`${base}/service-requests/${id}/withdraw`, { reason: '不做了' }, { as: place.applicant }),
    );
    await window.app.get(WorkItemTimer, { strict: false }).run();
    expect((await theItem()).status).toBe('done');
    await aTricycleTest();
    await follow({ at: '2026-10-30T01:00:00.000Z' });
    const { endsOn: _, ...stays } = ending;
    await window.dataSource.transaction((tx) => ends().follow(tx, [stays]));
    await ends().closeMended();
    expect((await list()).map(({ status, closedBy }) => [status, closedBy])).toEqual([
      ['done', undefined],
      ['done', undefined],
    ]);
  });

  it('is dismissed with a reason, by nobody else, and opens again with other dates', async () => {
    await aTricycleTest();
    await follow({ at: ending.at });
    const item = await theItem();
    expect((await post(item, 'dismiss', { reason: 'x' }, actor('applicant'))).status).toBe(404);
    expect((await post(item, 'dismiss', {})).status).toBe(400);
    expect(made(await post(item, 'dismiss', { reason: '客户指定旧标准' }))).toMatchObject({ status: 'dismissed' });
    expect((await post(item, 'agree', { standard: 'GB/T 14747-2025' })).status).toBe(409);
    await follow({ at: ending.at });
    expect(await theItem()).toMatchObject({ status: 'dismissed' });
    await follow({ at: '2026-10-30T03:00:00.000Z', endsOn: '2026-11-01' });
    expect(await theItem()).toMatchObject({ status: 'open', endsOn: '2026-11-01' });
  });
});

it('who cites a standard is counted, by the areas of whoever asks', async () => {
  await aTricycleTest('GB 14747-1993');
  const ask = async (as = clerk) =>
    made(await window.http.get<Citations>(`${base}/citations?standard=GB14747-1993`, { as })).citations;
  const holders = [{ id: place.enterpriseId, name: expect.any(String) as string, count: 1 }];
  expect(await ask()).toEqual([
    { kind: 'service-item', count: 0, holders: [] },
    { kind: 'task', count: 1, holders },
  ]);
  expect((await ask(actor('clerk', { areas: ['320000'] })))[1]?.count).toBe(0);
});
