import { checkAfterEach, type TestService } from '@qi/testing';
import type { RequestResponse } from '../src/service-request/service-request.view';
import type { TaskResponse } from '../src/task/task.view';
import {
  aBundle,
  aDraft,
  AJob,
  aLine,
  anAccepted,
  aPlace,
  kindsSeen,
  made,
  path,
  seen,
  taskOf,
  tell,
  type Place,
} from './case';
import { base, clerk, outboxOf, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const taskPath = (id: string, action: string) => `${base}/tasks/${id}/${action}`;
const see = (id: string) => seen(window, place, id);
const kindsOf = (id: string) => kindsSeen(window, place, id);

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
