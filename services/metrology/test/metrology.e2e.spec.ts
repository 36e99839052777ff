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
import { aDemand, aTaskOpened, aUscc, expectOutboxDrained, startTestService, testWindow } from '@qi/testing';
import type { TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { admitted, api, coordinatorOf, metrology } from './metrology';

const LENGTH = {};
const FORCE = {
  ...{ measurand: '力', instrumentKinds: ['测力'], rangeMin: '0', rangeMax: '1000', unit: 'N' },
  ...{ uncertainty: '0.5', uncertaintyUnit: 'N', method: 'JJF 1134-2005' },
};

let service: TestService;
let window: TestWindow;

beforeAll(async () => {
  service = await startTestService(metrology, { migrations });
  window = await testWindow(service.topicPrefix);
}, 120_000);
afterAll(async () => {
  await window.close();
  await service.close();
});
afterEach(() => expectOutboxDrained(service.dataSource));
beforeEach(() => service.dataSource.query('truncate institute cascade'));

/** Calipers 0–150 mm and a force gauge to 500 N, as a maker of children's vehicles uses them. */
function aTask(tolerance = '0.05'): TaskOpened {
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 7);
  const measurements = [
    {
      instrument: '游标卡尺',
      measurand: '长度',
      min: '0',
      max: '150',
      unit: 'mm',
      tolerance,
      quantity: 2,
      service: 'calibration' as const,
    },
    {
      instrument: '数显测力计',
      measurand: '力',
      min: '0',
      max: '500',
      unit: 'N',
      tolerance: '5',
      quantity: 1,
      service: 'calibration' as const,
    },
  ];
  const demand = aDemand({ object: '卡尺和测力计', tests: [], schemes: [], measurements, plannedDate });
  return aTaskOpened({ element: 'metrology', demand });
}

const act = (jobId: string, action: string, body: object, as: Actor) =>
  service.http.post(`${api}/jobs/${jobId}/${action}`, body, { as });

describe('a calibration', () => {
  it('goes to the institute that covers every instrument; one that lacks the force gauge is not asked', async () => {
    await admitted(service, aUscc(), [LENGTH]);
    const { id, siteId } = await admitted(service, aUscc(), [LENGTH, FORCE]);
    const task = aTask();
    await window.open(task);
    expect((await window.waitFor(task.taskId, JobOfferedV1)).provider).toMatchObject({ id, siteId });
  });

  it('is unroutable when the uncertainty is too large for the tolerance, and says so', async () => {
    await admitted(service, aUscc(), [LENGTH, FORCE]);
    const task = aTask('0.02');
    await window.open(task);
    const { gates, reason } = await window.waitFor(task.taskId, JobUnroutableV1);
    expect(gates['cmc-within-tolerance']).toBe(1);
    expect(reason.zh).not.toBe('');
  });

  it('is not taken for gauge blocks', async () => {
    await admitted(service, aUscc(), [{ instrumentKinds: ['量块'] }, FORCE]);
    const task = aTask();
    await window.open(task);
    expect((await window.waitFor(task.taskId, JobUnroutableV1)).gates['measurand-covered']).toBe(1);
  });

  it('makes one job however often the message comes', async () => {
    await admitted(service, aUscc(), [LENGTH, FORCE]);
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

  it('goes on to the next institute after a refusal and after silence', async () => {
    for (let count = 0; count < 3; count += 1) await admitted(service, aUscc(), [LENGTH, FORCE]);
    const task = aTask();
    await window.open(task);
    const first = await window.waitFor(task.taskId, JobOfferedV1);
    await act(first.jobId, 'decline', { reasonCode: 'equipment-down' }, coordinatorOf(first.providerId));
    await window.waitFor(task.taskId, JobDeclinedV1);
    const second = await window.waitFor(task.taskId, JobOfferedV1, 2);
    await service.advance(Date.parse(second.answerBy) - service.clock.now().getTime() + 1000);
    await window.waitFor(task.taskId, JobExpiredV1);
    const third = await window.waitFor(task.taskId, JobOfferedV1, 3);
    expect(new Set([first, second, third].map(({ providerId }) => providerId)).size).toBe(3);
  });

  it('ends with a certificate', async () => {
    const { id } = await admitted(service, aUscc(), [LENGTH, FORCE]);
    const coordinator = coordinatorOf(id);
    const task = aTask();
    await window.open(task);
    const { jobId } = await window.waitFor(task.taskId, JobOfferedV1);
    await act(jobId, 'accept', {}, coordinator);
    for (const step of ['instrument-received', 'calibrated', 'certificate-checked', 'certificate-approved']) {
      expect((await act(jobId, 'progress', { step }, coordinator)).status).toBe(200);
    }
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7\ncertificate']), '校准证书.pdf');
    const fields = { kind: 'calibration-certificate', number: 'JL-2026-0001', title: '校准证书' };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect((await service.http.post(`${api}/jobs/${jobId}/deliverables`, form, { as: coordinator })).status).toBe(201);
    expect((await act(jobId, 'complete', {}, coordinator)).status).toBe(200);
    expect((await window.waitFor(task.taskId, JobCompletedV1)).deliverables).toMatchObject([fields]);
  });
});
