import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor, expectNoOpenTransaction, type TestService } from '@qi/testing';
import { administrator, aFirm, aPerson, aPlatform, base, clerk, outboxOf, startWindow } from '../../test/window';
import type { RatingPage, RatingResponse } from './rating.dto';

interface Problem {
  type: string;
  until?: string;
  errors?: { pointer: string }[];
}

const DAY = 86_400_000;

describe('ratings', () => {
  let window: TestService;
  const firm = aPerson();
  let enterpriseId: string;
  let platformId: string;
  beforeAll(async () => {
    window = await startWindow();
    const { http } = window;
    enterpriseId = (await http.post<{ id: string }>(`${base}/enterprises`, aFirm(), { as: firm })).body.id;
    platformId = (await http.post<{ id: string }>(`${base}/platforms`, aPlatform(), { as: administrator })).body.id;
    await http.post(`${base}/platforms/${platformId}/open`, {}, { as: administrator });
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  /** A request as it stands after its work: how it got there is told by the tests of the whole service. */
  const aRequest = async (status: string, tasks: readonly Record<string, unknown>[] = []): Promise<string> => {
    const draft = { enterpriseId, platformId, title: '检测' };
    const { body } = await window.http.post<{ id: string; number: string }>(`${base}/service-requests`, draft, {
      as: firm,
    });
    const done = status === 'completed' ? window.clock.now() : null;
    await window.dataSource.query(
      'update service_request set status = $2, accepted_at = now(), completed_at = $3 where id = $1',
      [body.id, status, done],
    );
    for (const [at, task] of tasks.entries()) await insertTask(body, at, task);
    return body.id;
  };

  const insertTask = async (request: { id: string; number: string }, at: number, task: Record<string, unknown>) => {
    const now = window.clock.now();
    const record = {
      ...{ id: newId(), number: `${request.number}-${at}`, version: 1, request_id: request.id },
      ...{ request_number: request.number, line_key: `line${at}`, status: 'confirmed', element: 'testing' },
      ...{ item_code: 'x', item_version: 1, item_name: { zh: 'x', en: 'x' }, days: 1, demand: {}, urgency: 'normal' },
      ...{ secrecy: 'normal', consents: {}, excluded: [], preferred: [], eligible_providers: [], answer_within: 2 },
      ...{ depends_on: [], enterprise_id: enterpriseId, enterprise: {}, platform_id: platformId, area_code: '330482' },
      ...{ round: 1, deliverables: [], created_at: now, updated_at: now, confirmed_at: now },
      ...task,
    };
    await window.dataSource.query('insert into task select * from json_populate_record(null::task, $1)', [record]);
  };

  const rate = <T = RatingResponse>(requestId: string, values: object = {}, as: Actor = firm) =>
    window.http.post<T>(`${base}/ratings`, { requestId, timeliness: 5, result: 4, ...values }, { as });

  it('are given once, by the firm, and told with the provider of the task', async () => {
    const [taskId, providerId] = [newId(), newId()];
    const requestId = await aRequest('in-service', [{ id: taskId, job: { providerId } }, { status: 'in-progress' }]);
    const given = await rate(requestId, { taskId, comment: '很及时' });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ requestId, taskId, providerId, timeliness: 5, result: 4, comment: '很及时' });
    const again = await rate<Problem>(requestId, { taskId });
    expect({ status: again.status, type: again.body.type }).toEqual({
      status: 409,
      type: 'urn:qi:problem:rating/already-given',
    });
    const told = await outboxOf<{ requestId: string }>(window, 'rating.given.v1');
    expect(told.filter((event) => event.requestId === requestId)).toMatchObject([{ taskId, providerId }]);
  });

  it('are given once also when two people of the firm do it at once', async () => {
    const taskId = newId();
    const requestId = await aRequest('in-service', [{ id: taskId }, { status: 'in-progress' }]);
    const answers = await Promise.all([rate(requestId, { taskId }), rate(requestId, { taskId })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const life = await window.http.get<{ items: { kind: string }[] }>(
      `${base}/service-requests/${requestId}/life-line`,
      { as: firm },
    );
    expect(life.body.items.filter(({ kind }) => kind === 'rated')).toHaveLength(1);
  });

  it('close the request when everything is confirmed and rated', async () => {
    const requestId = await aRequest('completed', [{}]);
    expect((await rate(requestId)).status).toBe(201);
    const { body } = await window.http.get<{ status: string }>(`${base}/service-requests/${requestId}`, { as: firm });
    expect(body.status).toBe('closed');
  });

  it('wait for the work to be done', async () => {
    const taskId = newId();
    const requestId = await aRequest('in-service', [{ id: taskId, status: 'delivered', confirmed_at: null }]);
    expect((await rate<Problem>(requestId, { taskId })).body.type).toMatch(/rating\/task-not-confirmed$/);
    expect((await rate<Problem>(requestId)).body.type).toMatch(/rating\/request-not-completed$/);
    expect((await rate<Problem>(requestId, { taskId: newId() })).body.type).toMatch(/rating\/task-unknown$/);
    expect(await window.dataSource.query('select from rating where request_id = $1', [requestId])).toEqual([]);
  });

  it('are refused after ten working days', async () => {
    const requestId = await aRequest('completed', [{}]);
    await window.dataSource.query(`update service_request set completed_at = $2 where id = $1`, [
      requestId,
      new Date(window.clock.now().getTime() - 40 * DAY),
    ]);
    const late = await rate<Problem>(requestId);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      type: 'urn:qi:problem:rating/window-closed',
      until: expect.any(String) as string,
    });
  });

  it('are the firm’s own: hidden from strangers, not given by the window', async () => {
    const requestId = await aRequest('completed', [{}]);
    expect((await rate(requestId, {}, aPerson())).status).toBe(404);
    expect((await rate(requestId, {}, clerk)).status).toBe(403);
    const both: Actor = { ...clerk, roles: ['clerk', 'applicant'] };
    expect((await rate<Problem>(requestId, {}, both)).body.type).toMatch(/rating\/not-the-firm$/);
    expect((await rate(newId())).status).toBe(404);
  });

  it('name every fault of a bad one', async () => {
    const { status, body } = await rate<Problem>('x', { timeliness: 6, result: 2.5, taskId: 'y', stars: 1 });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual(
      ['/requestId', '/result', '/stars', '/taskId', '/timeliness'].sort(),
    );
  });

  it('are read by the firm, by the provider and by the window of the area', async () => {
    const [taskId, providerId] = [newId(), newId()];
    const requestId = await aRequest('in-service', [{ id: taskId, job: { providerId } }, { status: 'in-progress' }]);
    await rate(requestId, { taskId });
    const read = async (as: Actor, query = '') =>
      (await window.http.get<RatingPage>(`${base}/ratings?${query}`, { as })).body.items?.map((item) => item.requestId);
    expect(await read(firm, `requestId=${requestId}`)).toEqual([requestId]);
    expect(await read(actor('coordinator', { org: { kind: 'institution', id: providerId } }))).toEqual([requestId]);
    expect(await read(actor('coordinator'))).toEqual([]);
    expect(await read(aPerson())).toEqual([]);
    expect(await read(clerk, `enterpriseId=${enterpriseId}&requestId=${requestId}`)).toEqual([requestId]);
    expect(await read(clerk, `requestId=${requestId}`)).toEqual([]);
    expect(await read(aPerson(), `enterpriseId=${enterpriseId}`)).toBeUndefined();
  });
});
