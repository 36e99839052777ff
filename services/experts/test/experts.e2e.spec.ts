import {
  JobCancelledV1,
  JobCompletedV1,
  JobDeclinedV1,
  JobExpiredV1,
  JobOfferedV1,
  JobUnroutableV1,
} from '@qi/contracts';
import { addDays, toBusinessDate } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { aDemand, aTaskOpened, expectOutboxDrained, startTestService, testWindow } from '@qi/testing';
import type { TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { administrator, anExpert, api, experts, themselves } from './experts';
import type { ExpertBody } from './experts';

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
afterEach(() => expectOutboxDrained(service.dataSource));
beforeEach(() => service.dataSource.query('truncate expert'));

async function entered(changes: object = {}): Promise<string> {
  const { body } = await service.http.post<ExpertBody>(`${api}/experts`, anExpert(changes), { as: administrator });
  return body.id;
}

/** A quality diagnosis at the firm's site. */
function aTask(given: Partial<TaskOpened> = {}): TaskOpened {
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 7);
  const demand = aDemand({
    object: '质量管理',
    tests: [],
    schemes: [],
    skills: ['质量诊断'],
    place: 'on-site',
    plannedDate,
  });
  return aTaskOpened({ element: 'quality-management', demand, ...given });
}

const act = (jobId: string, action: string, body: object, as: Actor) =>
  service.http.post(`${api}/jobs/${jobId}/${action}`, body, { as });

describe('a diagnosis', () => {
  it('goes to the expert who has the skill, the day and no conflict of interest', async () => {
    const task = aTask();
    const { plannedDate } = task.demand;
    await entered({ skills: ['六西格玛'] });
    await entered({ conflicts: [task.enterprise.uscc] });
    await entered({ absences: [{ from: plannedDate, to: plannedDate }] });
    await entered({ areas: ['110000'] });
    const id = await entered();
    await window.open(task);
    const offered = await window.waitFor(task.taskId, JobOfferedV1);
    expect(offered.provider).toMatchObject({ id, areaCode: '330400' });
  });

  it('is unroutable when nobody is free, with the gates counted', async () => {
    const task = aTask();
    const weekday = new Date(`${task.demand.plannedDate}T00:00:00Z`).getUTCDay() || 7;
    await entered({ weekdays: [(weekday % 7) + 1] });
    await entered({ conflicts: [task.enterprise.uscc] });
    await window.open(task);
    const { gates, candidates } = await window.waitFor(task.taskId, JobUnroutableV1);
    expect(candidates).toBe(2);
    expect(gates).toMatchObject({ 'available-on-date': 1, 'conflict-of-interest': 1 });
  });

  it('is not offered to a paused expert', async () => {
    const id = await entered();
    await service.http.post(`${api}/experts/${id}/pause`, { reason: '休假' }, { as: administrator });
    const task = aTask();
    await window.open(task);
    expect((await window.waitFor(task.taskId, JobUnroutableV1)).nearestMisses).toMatchObject([{ providerId: id }]);
  });

  it('makes one job however often the message comes', async () => {
    await entered();
    const task = aTask();
    await window.open(task);
    await window.waitFor(task.taskId, JobOfferedV1);
    await window.repeat(task.taskId);
    const { taskId, taskNumber, requestId, requestNumber, at } = task;
    await window.cancel({
      taskId,
      taskNumber,
      requestId,
      requestNumber,
      reason: '撤回',
      by: { sub: 'c', name: '' },
      at,
    });
    await window.waitFor(taskId, JobCancelledV1);
    expect(window.heard(taskId).map(({ type }) => type)).toEqual(['job.offered.v1', 'job.cancelled.v1']);
  });

  it('goes on to the next expert after a refusal and after silence', async () => {
    for (let count = 0; count < 3; count += 1) await entered();
    const task = aTask();
    await window.open(task);
    const first = await window.waitFor(task.taskId, JobOfferedV1);
    await act(first.jobId, 'decline', { reasonCode: 'date-not-possible' }, themselves(first.providerId));
    await window.waitFor(task.taskId, JobDeclinedV1);
    const second = await window.waitFor(task.taskId, JobOfferedV1, 2);
    await service.advance(Date.parse(second.answerBy) - service.clock.now().getTime() + 1000);
    await window.waitFor(task.taskId, JobExpiredV1);
    const third = await window.waitFor(task.taskId, JobOfferedV1, 3);
    expect(new Set([first, second, third].map(({ providerId }) => providerId)).size).toBe(3);
  });

  it('ends with a report', async () => {
    const expert = themselves(await entered());
    const task = aTask();
    await window.open(task);
    const { jobId } = await window.waitFor(task.taskId, JobOfferedV1);
    await act(jobId, 'accept', {}, expert);
    for (const step of ['visit-planned', 'visited', 'findings-recorded']) {
      expect((await act(jobId, 'progress', { step }, expert)).status).toBe(200);
    }
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7\nreport']), '诊断报告.pdf');
    const fields = { kind: 'diagnosis-report', number: 'ZD-2026-0001', title: '质量诊断报告' };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect((await service.http.post(`${api}/jobs/${jobId}/deliverables`, form, { as: expert })).status).toBe(201);
    expect((await act(jobId, 'complete', {}, expert)).status).toBe(200);
    expect((await window.waitFor(task.taskId, JobCompletedV1)).deliverables).toMatchObject([fields]);
  });
});
