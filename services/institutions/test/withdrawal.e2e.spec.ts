import { JobAcceptedV1, JobCompletedV1, JobFlaggedV1, JobOfferedV1, JobTerminatedV1 } from '@qi/contracts';
import { addDays, toBusinessDate } from '@qi/kernel';
import { aDemand, aTaskOpened, aUscc, expectOutboxDrained, startTestService, testWindow } from '@qi/testing';
import type { TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, admitted, api, coordinatorOf, institutions } from './institutions';

/**
 * On 2026-01-20 the US CPSC withdrew its acceptance of these four laboratories and told firms to obtain new tests
 * elsewhere (mondaq.com, document 1732836). Their scopes here are invented, as is the fifth laboratory's.
 */
const WITHDRAWN = [
  ['Shenzhen GTT Testing Technology Co., Ltd.', 1843],
  ['Dongguan True Safety Testing Co., Ltd.', 1755],
  ['Fujian Berton Testing Service Co., Ltd.', 1857],
  ['Shenzhen HUAK Testing Technology Co., Ltd.', 1710],
] as const;
const DAY = '2026-01-20';

let service: TestService;
let window: TestWindow;
let sound: string;
const labs: { id: string; number: number }[] = [];

beforeAll(async () => {
  service = await startTestService(institutions, { migrations });
  window = await testWindow(service.topicPrefix);
  const lines = [{ method: 'GB/T 14747-2025', validFrom: '2025-12-01' }];
  for (const [name, number] of WITHDRAWN) {
    labs.push({ id: (await admitted(service, aUscc(), lines, { name })).id, number });
  }
  sound = (await admitted(service, aUscc(), lines, { name: '宁波海关技术中心' })).id;
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});
afterEach(() => expectOutboxDrained(service.dataSource));

async function offeredTo(providerId: string): Promise<{ task: TaskOpened; jobId: string }> {
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 20);
  const task = aTaskOpened({ demand: aDemand({ plannedDate }), preferred: [providerId] });
  await window.open(task);
  const offered = await window.waitFor(task.taskId, JobOfferedV1);
  expect(offered.providerId).toBe(providerId);
  return { task, jobId: offered.jobId };
}

async function act(jobId: string, action: string, body: object, providerId: string): Promise<void> {
  const { status } = await service.http.post(`${api}/jobs/${jobId}/${action}`, body, { as: coordinatorOf(providerId) });
  expect([200, 201]).toContain(status);
}

/** A job that is done, with one report issued the day before the withdrawal and one issued on the day after. */
async function reported(providerId: string, number: number): Promise<TaskOpened> {
  const { task, jobId } = await offeredTo(providerId);
  await act(jobId, 'accept', {}, providerId);
  await act(jobId, 'progress', { step: 'in-test' }, providerId);
  for (const issuedOn of [addDays(DAY, -1), addDays(DAY, 1)]) {
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7\nreport']), '检测报告.pdf');
    const fields = { kind: 'test-report', number: `R-${number}-${issuedOn}`, title: '检测报告', issuedOn };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    await act(jobId, 'deliverables', form, providerId);
  }
  await act(jobId, 'complete', {}, providerId);
  await window.waitFor(task.taskId, JobCompletedV1);
  return task;
}

it('four laboratories lose their accreditation: no new jobs, open ones go to others, later reports are flagged', async () => {
  const cases = [];
  for (const { id, number } of labs) {
    const done = await reported(id, number);
    const { task: open, jobId } = await offeredTo(id);
    await act(jobId, 'accept', {}, id);
    await window.waitFor(open.taskId, JobAcceptedV1);
    cases.push({ id, number, done, open });
  }
  for (const { id, number } of labs) {
    const loss = { reason: `CPSC 撤销认可（${number}）`, affectedFrom: DAY };
    const { status } = await service.http.post(`${api}/institutions/${id}/withdraw`, loss, { as: administrator });
    expect(status).toBe(200);
  }
  for (const { id, number, done, open } of cases) {
    expect((await window.waitFor(open.taskId, JobTerminatedV1)).cause?.zh).toContain(`CPSC 撤销认可（${number}）`);
    const next = await window.waitFor(open.taskId, JobOfferedV1, 2);
    expect(next.providerId).not.toBe(id);
    const flagged = await window.waitFor(done.taskId, JobFlaggedV1);
    expect(flagged).toMatchObject({ numbers: [`R-${number}-${addDays(DAY, 1)}`], affectedFrom: DAY });
  }
  await service.advance(1000);
  const last = aTaskOpened({ preferred: labs.map(({ id }) => id), demand: cases[0]?.open.demand });
  await window.open(last);
  expect((await window.waitFor(last.taskId, JobOfferedV1)).providerId).toBe(sound);
  const { body } = await service.http.get<{ items: { providerId: string }[] }>(`${api}/report-flags`, {
    as: administrator,
  });
  expect(new Set(body.items.map(({ providerId }) => providerId))).toEqual(new Set(labs.map(({ id }) => id)));
}, 120_000);
