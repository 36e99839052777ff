import {
  JobCompletedV1,
  JobCancelledV1,
  JobDeclinedV1,
  JobExpiredV1,
  JobOfferedV1,
  JobUnroutableV1,
} from '@qi/contracts';
import { addDays, toBusinessDate } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { aDemand, aTaskOpened, aUscc, expectOutboxDrained, startTestService, testWindow } from '@qi/testing';
import type { TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, admitted, api, coordinatorOf, institutions } from './institutions';

interface Decision {
  readonly record: {
    readonly decision: {
      readonly judgements: readonly {
        readonly providerId: string;
        readonly failed: readonly { readonly gate: string; readonly words: { readonly zh: string } }[];
      }[];
    };
  };
}

const OLD = { method: 'GB 14747-2006', validFrom: '2020-01-01' };
const NEW = { method: 'GB/T 14747-2025' };

let service: TestService;
let window: TestWindow;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations });
  window = await testWindow(service.topicPrefix);
  await enterStandards();
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});
afterEach(() => expectOutboxDrained(service.dataSource));
beforeEach(() => service.dataSource.query('truncate institution cascade'));

async function enterStandards(): Promise<void> {
  const title = { zh: '儿童三轮车', en: 'Children’s tricycles' };
  const standards = [
    {
      number: 'GB 14747-2006',
      mandatory: true,
      endsOn: '2026-10-31',
      successors: ['GB/T 14747-2025', 'GB 46517-2025'],
    },
    { number: 'GB/T 14747-2025', mandatory: false, inForceFrom: '2026-11-01' },
    { number: 'GB 46517-2025', mandatory: true, inForceFrom: '2026-11-01' },
  ];
  for (const standard of standards) {
    const { status } = await service.http.put(`${api}/standards`, { title, ...standard }, { as: administrator });
    expect(status).toBe(200);
  }
}

function aTask(given: Partial<TaskOpened> = {}): TaskOpened {
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 20);
  return aTaskOpened({ demand: aDemand({ plannedDate }), ...given });
}

const act = <T = unknown>(jobId: string, action: string, body: object, as: Actor) =>
  service.http.post<T>(`${api}/jobs/${jobId}/${action}`, body, { as });

async function decisionOf(decisionId: string): Promise<Decision> {
  return (await service.http.get<Decision>(`${api}/decisions/${decisionId}`, { as: administrator })).body;
}

describe('a task of the window', () => {
  it('is offered to the laboratory whose scope cites the standard in force, and the decision says why not the other', async () => {
    const old = await admitted(service, aUscc(), [OLD]);
    const fit = await admitted(service, aUscc(), [NEW]);
    const task = aTask();
    await window.open(task);
    const offered = await window.waitFor(task.taskId, JobOfferedV1);
    expect(offered.provider).toMatchObject({ id: fit.id, siteId: fit.siteId, areaCode: '330482' });
    const { record } = await decisionOf(offered.decisionId);
    const failed = record.decision.judgements.find(({ providerId }) => providerId === old.id)?.failed ?? [];
    const words = failed.map((gate) => gate.words.zh).join('；');
    expect(words).toContain('GB 14747-2006');
    expect(words).toContain('GB/T 14747-2025');
  });

  it('makes one job, however often the message comes', async () => {
    await admitted(service, aUscc(), [NEW]);
    const task = aTask();
    await window.open(task);
    await window.waitFor(task.taskId, JobOfferedV1);
    await window.repeat(task.taskId);
    const { taskId, taskNumber, requestId, requestNumber, at } = task;
    const by = { sub: 'clerk-1', name: '王窗口' };
    await window.cancel({ taskId, taskNumber, requestId, requestNumber, reason: '撤回', by, at });
    await window.waitFor(taskId, JobCancelledV1);
    expect(window.heard(taskId).map(({ type }) => type)).toEqual(['job.offered.v1', 'job.cancelled.v1']);
  });

  it('goes to the next laboratory when the first declines', async () => {
    const labs = [await admitted(service, aUscc(), [NEW]), await admitted(service, aUscc(), [NEW])];
    const task = aTask();
    await window.open(task);
    const first = await window.waitFor(task.taskId, JobOfferedV1);
    await act(first.jobId, 'decline', { reasonCode: 'no-capacity', note: '设备检修' }, coordinatorOf(first.providerId));
    expect(await window.waitFor(task.taskId, JobDeclinedV1)).toMatchObject({ reasonCode: 'no-capacity' });
    const second = await window.waitFor(task.taskId, JobOfferedV1, 2);
    expect(new Set([first.providerId, second.providerId])).toEqual(new Set(labs.map(({ id }) => id)));
  });

  it('goes to the next laboratory when the first lets the offer lapse', async () => {
    await admitted(service, aUscc(), [NEW]);
    await admitted(service, aUscc(), [NEW]);
    const task = aTask();
    await window.open(task);
    const first = await window.waitFor(task.taskId, JobOfferedV1);
    await service.advance(Date.parse(first.answerBy) - service.clock.now().getTime() + 1000);
    expect(await window.waitFor(task.taskId, JobExpiredV1)).toMatchObject({ providerId: first.providerId });
    const second = await window.waitFor(task.taskId, JobOfferedV1, 2);
    expect(second.providerId).not.toBe(first.providerId);
  });

  it('is unroutable in words that name the successor when all laboratories hold the withdrawn standard', async () => {
    await admitted(service, aUscc(), [OLD]);
    await admitted(service, aUscc(), [OLD]);
    const task = aTask();
    await window.open(task);
    const { candidates, gates, reason } = await window.waitFor(task.taskId, JobUnroutableV1);
    expect(candidates).toBe(2);
    expect(Object.values(gates).some((count) => count === 2)).toBe(true);
    expect(reason.zh).toContain('GB 14747-2006');
    expect(reason.zh).toContain('GB/T 14747-2025');
    expect(window.heard(task.taskId)).toHaveLength(1);
  });

  it('never goes to the laboratory of the withdrawn standard, though the firm still cites it', async () => {
    await admitted(service, aUscc(), [OLD]);
    const tests = [{ parameter: '稳定性', methodStandard: 'GB 14747-2006' }];
    const task = aTask();
    await window.open({ ...task, demand: { ...task.demand, tests } });
    const { reason } = await window.waitFor(task.taskId, JobUnroutableV1);
    expect(reason.zh).toContain('GB/T 14747-2025');
  });
});

describe('a change in the register', () => {
  it('counts for the very next task', async () => {
    const first = await admitted(service, aUscc(), [NEW]);
    const before = aTask();
    await window.open(before);
    await window.waitFor(before.taskId, JobOfferedV1);
    await service.http.post(`${api}/institutions/${first.id}/suspend`, { reason: '飞行检查' }, { as: administrator });
    const during = aTask();
    await window.open(during);
    const { reason } = await window.waitFor(during.taskId, JobUnroutableV1);
    expect(reason.zh).not.toBe('');
    const second = await admitted(service, aUscc(), [NEW]);
    const after = aTask();
    await window.open(after);
    expect((await window.waitFor(after.taskId, JobOfferedV1)).providerId).toBe(second.id);
  });
});

describe('a job', () => {
  it('is done step by step and hands over a report with its digest', async () => {
    const { id } = await admitted(service, aUscc(), [NEW]);
    const coordinator = coordinatorOf(id);
    const task = aTask();
    await window.open(task);
    const { jobId } = await window.waitFor(task.taskId, JobOfferedV1);
    expect((await act(jobId, 'accept', {}, coordinator)).status).toBe(200);
    const steps = ['sample-received', 'in-test', 'report-drafted', 'report-reviewed', 'report-approved'];
    for (const step of steps) expect((await act(jobId, 'progress', { step }, coordinator)).status).toBe(200);
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7\nreport']), '检测报告.pdf');
    for (const [name, value] of Object.entries({ kind: 'test-report', number: 'PH-2026-0001', title: '检测报告' })) {
      form.set(name, value);
    }
    expect((await service.http.post(`${api}/jobs/${jobId}/deliverables`, form, { as: coordinator })).status).toBe(201);
    expect((await act(jobId, 'complete', {}, coordinator)).status).toBe(200);
    const { deliverables } = await window.waitFor(task.taskId, JobCompletedV1);
    expect(deliverables).toMatchObject([{ kind: 'test-report', number: 'PH-2026-0001' }]);
    expect(deliverables[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
