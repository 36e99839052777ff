import { checkAfterEach, actor, waitFor, type TestService } from '@qi/testing';
import type { LifeLineEntryResponse } from '../src/life-line/life-line.view';
import type { RequestResponse } from '../src/service-request/service-request.view';
import type { TaskResponse } from '../src/task/task.view';
import { aBundle, aDraft, AJob, aLine, anAccepted, aPlace, made, taskOf, tell, type Place } from './case';
import { administrator, base, clerk, outboxOf, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const path = (id: string, action = '') => `${base}/service-requests/${id}${action && `/${action}`}`;
const taskPath = (id: string, action: string) => `${base}/tasks/${id}/${action}`;
const see = async (id: string) => made(await window.http.get<RequestResponse>(path(id), { as: place.applicant }));
const kindsOf = async (id: string) => {
  const { items } = made(
    await window.http.get<{ items: LifeLineEntryResponse[] }>(path(id, 'life-line?limit=200'), { as: place.applicant }),
  );
  return items.map(({ kind }) => kind);
};

describe('a request from draft to closed', () => {
  it('opens what waits for nothing, then what waited, and closes itself when all is confirmed', async () => {
    const accepted = await anAccepted(window, place);
    expect(accepted.tasks.map(({ lineKey, status }) => [lineKey, status])).toEqual([
      ['test', 'waiting'],
      ['gauges', 'opened'],
      ['diagnosis', 'opened'],
    ]);
    expect(accepted.number).toMatch(/^QI-\d{8}-\d{6}$/);
    expect(accepted.situation.turn).toBe('provider');

    await tell(
      window,
      ...new AJob(taskOf(accepted, 'gauges')).done(),
      ...new AJob(taskOf(accepted, 'diagnosis')).done(),
    );
    const opened = await see(accepted.id);
    expect(taskOf(opened, 'test').status).toBe('opened');
    expect(opened.status).toBe('in-service');
    const facts = await outboxOf<{ taskId: string; dependencies: { taskId: string; deliverables: unknown[] }[] }>(
      window,
      'task.opened.v1',
    );
    const dependencies = facts.find(({ taskId }) => taskId === taskOf(opened, 'test').id)?.dependencies;
    expect(dependencies).toMatchObject([{ taskId: taskOf(opened, 'gauges').id, deliverables: [{}] }]);

    await tell(window, ...new AJob(taskOf(opened, 'test')).done());
    expect(await see(accepted.id)).toMatchObject({ status: 'completed', situation: { turn: 'firm' } });
    for (const { id } of accepted.tasks) {
      made(await window.http.post(taskPath(id, 'confirm'), undefined, { as: place.applicant }));
    }
    const closed = made(
      await window.http.post<RequestResponse>(path(accepted.id, 'close'), undefined, { as: place.applicant }),
    );
    expect(closed.status).toBe('closed');
    expect(closed.tasks.every(({ status }) => status === 'confirmed')).toBe(true);
    const kinds = await kindsOf(accepted.id);
    for (const kind of [
      'submitted',
      'accepted',
      'task-opened',
      'task-offered',
      'task-delivered',
      'completed',
      'closed',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('needs no clerk when every item says so and the firm is verified', async () => {
    const quick = await aPlace(window, { autoAccept: true });
    const { id } = await aDraft(window, quick);
    const submitted = made(
      await window.http.post<RequestResponse>(path(id, 'submit'), undefined, { as: quick.applicant }),
    );
    expect(submitted.status).toBe('accepted');
    expect(submitted.tasks).toHaveLength(3);
    expect(submitted.clocks.map(({ kind }) => kind)).toEqual(['dispatch', 'dispatch']);
  });
});

describe('submit', () => {
  it('refuses incomplete answers with pointers and writes nothing', async () => {
    const draft = await aDraft(window, place, aBundle(place, { lines: [aLine(place.items.testing, { answers: {} })] }));
    expect(draft.missing).toMatchObject([{ pointer: '/lines/0/answers/model' }]);
    const answer = await window.http.post<{ errors: unknown[] }>(path(draft.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/lines/0/answers/model' }]);
    expect(await see(draft.id)).toMatchObject({ status: 'draft', version: draft.version });
  });

  it('refuses an empty request, and a second submission with the legal states', async () => {
    const empty = await aDraft(window, place, { platformId: place.platformId });
    const refused = await window.http.post<{ type: string }>(path(empty.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:qi:problem:service-request/empty']);
    const accepted = await anAccepted(window, place);
    const again = await window.http.post<{ legal: string[] }>(path(accepted.id, 'submit'), undefined, {
      as: place.applicant,
    });
    expect([again.status, again.body.legal]).toEqual([409, ['in-service', 'withdrawn']]);
  });

  it('refuses an item that was retired since', async () => {
    const own = await aPlace(window);
    const draft = await aDraft(window, own);
    const { items } = made(
      await window.http.get<{ items: { id: string }[] }>(`${base}/service-items?code=${own.items.testing}`, {
        as: administrator,
      }),
    );
    made(await window.http.post(`${base}/service-items/${items[0]?.id}/retire`, undefined, { as: administrator }));
    const answer = await window.http.post<{ errors: unknown[] }>(path(draft.id, 'submit'), undefined, {
      as: own.applicant,
    });
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ pointer: '/lines/0/itemCode' }]]);
  });

  it('hints at the same item within thirty days', async () => {
    const own = await aPlace(window);
    const first = await anAccepted(window, own);
    const second = await aDraft(window, own);
    expect(second.hints.map(({ kind, requestId }) => [kind, requestId])).toEqual(
      Array.from({ length: 3 }, () => ['duplicate', first.id]),
    );
  });
});

describe('return, mend and submit again', () => {
  it('stops the clerk’s clock meanwhile', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const returned = made(
      await window.http.post<RequestResponse>(
        path(id, 'return'),
        { reasonCode: 'standard-withdrawn', fields: [{ pointer: '/lines/0/demand', note: '请改为现行标准' }] },
        { as: clerk },
      ),
    );
    expect(returned).toMatchObject({ status: 'returned', situation: { turn: 'firm' }, answer: { hint: {} } });
    expect(returned.clocks).toMatchObject([{ kind: 'accept', status: 'paused' }]);
    const mended = await window.http.patch<RequestResponse>(
      path(id),
      { title: '补正' },
      {
        as: place.applicant,
        headers: { 'if-match': `"${returned.version}"` },
      },
    );
    expect(mended.body).toMatchObject({ title: '补正', lines: [{}, {}, {}] });
    const again = made(await window.http.post<RequestResponse>(path(id, 'submit'), undefined, { as: place.applicant }));
    expect(again.clocks).toMatchObject([{ kind: 'accept', status: 'running' }]);
  });

  it('refuses an unknown reason and names the known ones', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const answer = await window.http.post<{ known: string[] }>(
      path(id, 'refuse'),
      { reasonCode: 'nope' },
      { as: clerk },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.known).toContain('outside-area');
  });
});

describe('a problem in words', () => {
  it('is itemised by a steward, then accepted', async () => {
    const { id } = await aDraft(window, place, {
      platformId: place.platformId,
      problem: '出口被退货，不知道要做什么检测',
    });
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    const early = await window.http.post<{ type: string }>(path(id, 'accept'), undefined, { as: clerk });
    expect([early.status, early.body.type]).toEqual([409, 'urn:qi:problem:service-request/not-itemised']);
    const steward = actor('steward', { areas: ['330482'] });
    made(await window.http.post(path(id, 'itemise'), { lines: [aLine(place.items.testing)] }, { as: steward }));
    const accepted = made(await window.http.post<RequestResponse>(path(id, 'accept'), undefined, { as: clerk }));
    expect(accepted.tasks).toHaveLength(1);
  });
});

describe('jobs', () => {
  it('go to the next provider after a decline and after silence', async () => {
    const accepted = await anAccepted(window, place);
    const task = taskOf(accepted, 'diagnosis');
    const [first, second, third] = [new AJob(task, '甲'), new AJob(task, '乙'), new AJob(task, '丙')];
    await tell(window, first.offered(), first.declined(), second.offered(), second.expired(), third.offered());
    expect(taskOf(await see(accepted.id), 'diagnosis')).toMatchObject({
      status: 'offered',
      job: { jobId: third.jobId, providerName: '丙' },
    });
    await tell(window, first.accepted(), second.completed());
    expect(taskOf(await see(accepted.id), 'diagnosis').status).toBe('offered');
    expect((await kindsOf(accepted.id)).filter((kind) => kind === 'task-fact-outdated')).toHaveLength(2);
  });

  it('that nobody can take go to the clerk, who sends them out again to a provider of choice', async () => {
    const accepted = await anAccepted(window, place);
    const task = taskOf(accepted, 'diagnosis');
    await tell(window, new AJob(task).unroutable());
    const stuck = await see(accepted.id);
    expect(stuck.situation.turn).toBe('window');
    const list = made(
      await window.http.get<{ items: TaskResponse[] }>(`${base}/tasks?status=unroutable&requestId=${accepted.id}`, {
        as: clerk,
      }),
    );
    expect(list.items).toMatchObject([{ id: task.id, unroutable: { gates: { scope: 3 } } }]);
    const nameless = await window.http.post(taskPath(task.id, 'redispatch'), { providerId: task.id }, { as: clerk });
    expect(nameless.status).toBe(400);
    const named = { providerId: task.id, reason: '企业指定' };
    const sent = made(await window.http.post<TaskResponse>(taskPath(task.id, 'redispatch'), named, { as: clerk }));
    expect(sent).toMatchObject({ status: 'opened', round: 2, dispatchedTo: { providerId: task.id } });
    await tell(window, new AJob(task).offered(1));
    expect(taskOf(await see(accepted.id), 'diagnosis').status).toBe('opened');
  });

  it('take over an amended demand in a new round', async () => {
    const accepted = await anAccepted(window, place, aBundle(place, { lines: [aLine(place.items.testing)] }));
    const task = taskOf(accepted, 'test');
    await tell(window, new AJob(task).unroutable());
    const demand = { object: '儿童三轮车', tests: [{ parameter: '稳定性', methodStandard: 'GB 46517－2025' }] };
    const amended = made(
      await window.http.post<TaskResponse>(
        taskPath(task.id, 'amend'),
        { demand, reason: '同意改用现行标准' },
        { as: place.applicant },
      ),
    );
    expect(amended).toMatchObject({
      status: 'opened',
      round: 2,
      demand: { tests: [{ methodStandard: 'GB 46517-2025' }] },
    });
    expect(await outboxOf<{ taskId: string }>(window, 'task.amended.v1')).toContainEqual(
      expect.objectContaining({ taskId: task.id }),
    );
  });

  it('of an unknown request are refused, so that messaging puts them aside', async () => {
    const accepted = await anAccepted(window, place);
    const task = { ...taskOf(accepted, 'diagnosis'), requestId: accepted.tasks[0]!.id };
    await expect(tell(window, new AJob(task).offered())).rejects.toThrow(/^task\/unknown/);
  });
});

describe('rework and reopening', () => {
  async function completed(): Promise<RequestResponse> {
    const accepted = await anAccepted(window, place, aBundle(place, { lines: [aLine(place.items.testing)] }));
    await tell(window, ...new AJob(taskOf(accepted, 'test')).done());
    return see(accepted.id);
  }

  it('bring a completed request back into service', async () => {
    const request = await completed();
    const { id } = taskOf(request, 'test');
    const reopened = made(
      await window.http.post<RequestResponse>(
        path(request.id, 'reopen'),
        { taskIds: [id], reason: '数据有误' },
        { as: place.applicant },
      ),
    );
    expect(reopened).toMatchObject({ status: 'in-service', tasks: [{ status: 'in-progress' }] });
    expect(reopened.clocks.find(({ kind }) => kind === 'rating')).toMatchObject({ status: 'stopped' });
  });

  it('names the legal states when there is nothing to rework', async () => {
    const request = await anAccepted(window, place);
    const answer = await window.http.post<{ type: string }>(
      taskPath(taskOf(request, 'gauges').id, 'rework'),
      { reason: 'x' },
      { as: place.applicant },
    );
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:qi:problem:task/illegal-transition']);
  });
});

describe('withdrawal', () => {
  it('cancels what is not delivered, and takes later facts as old news', async () => {
    const accepted = await anAccepted(window, place);
    const job = new AJob(taskOf(accepted, 'gauges'));
    await tell(window, job.offered());
    const withdrawn = made(
      await window.http.post<RequestResponse>(
        path(accepted.id, 'withdraw'),
        { reason: '合同取消' },
        { as: place.applicant },
      ),
    );
    expect(withdrawn.status).toBe('withdrawn');
    expect(withdrawn.tasks.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(withdrawn.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    await tell(window, job.accepted(), job.cancelled());
    expect((await see(accepted.id)).status).toBe('withdrawn');
  });

  it('of one task of several lets the others go on, but not of the last one', async () => {
    const accepted = await anAccepted(window, place);
    for (const key of ['gauges', 'diagnosis']) {
      made(
        await window.http.post(
          taskPath(taskOf(accepted, key).id, 'cancel'),
          { reason: '不再需要' },
          { as: place.applicant },
        ),
      );
    }
    expect(taskOf(await see(accepted.id), 'test').status).toBe('opened');
    const last = await window.http.post(
      taskPath(taskOf(accepted, 'test').id, 'cancel'),
      { reason: 'x' },
      { as: place.applicant },
    );
    expect(last.status).toBe(409);
  });
});

describe('time limits', () => {
  it('are reminded, breached and escalated by the test clock', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    await window.advance(9 * 86_400_000);
    await waitFor(
      async () =>
        expect(await kindsOf(id)).toEqual(
          expect.arrayContaining(['clock-reminded', 'clock-breached', 'clock-escalated']),
        ) ?? true,
    );
    const late = made(
      await window.http.get<{ items: { id: string }[] }>(`${base}/service-requests?overdue=true`, { as: clerk }),
    );
    expect(late.items.map((item) => item.id)).toContain(id);
    const { clocks } = await see(id);
    const extended = await window.http.post<{ level: number }>(
      path(id, `clocks/${clocks[0]?.id}/extend`),
      { days: 30, reason: '等待企业补充样品' },
      { as: clerk },
    );
    expect(extended.body).toMatchObject({ level: 0 });
    expect(await kindsOf(id)).toContain('clock-extended');
  });

  it('close a completed request when the firm lets the window for rating pass', async () => {
    const accepted = await anAccepted(window, place, aBundle(place, { lines: [aLine(place.items.testing)] }));
    await tell(window, ...new AJob(taskOf(accepted, 'test')).done());
    await window.advance(25 * 86_400_000);
    await waitFor(async () => (await see(accepted.id)).status === 'closed');
    expect(taskOf(await see(accepted.id), 'test').status).toBe('confirmed');
  });

  it('are set by an administrator, also per item', async () => {
    const limit = { kind: 'answer', itemCode: place.items.testing, days: 4 };
    made(await window.http.put(`${base}/time-limits`, limit, { as: administrator }));
    const { items } = made(await window.http.get<{ items: unknown[] }>(`${base}/time-limits`, { as: administrator }));
    expect(items).toContainEqual(expect.objectContaining({ ...limit, version: 1 }));
    const stale = await window.http.put(`${base}/time-limits`, { ...limit, days: 5 }, { as: administrator });
    expect(stale.status).toBe(412);
    expect((await window.http.put(`${base}/time-limits`, limit, { as: clerk })).status).toBe(403);
  });
});
