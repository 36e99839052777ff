import { JobAcceptedV1, JobOfferedV1, JobTerminatedV1 } from '@qi/contracts';
import { addDays, toBusinessDate } from '@qi/kernel';
import { aDemand, aTaskOpened, aUscc, expectOutboxDrained, startTestService, testWindow, waitFor } from '@qi/testing';
import type { TaskOpened, TestService, TestWindow } from '@qi/testing';
import { migrations } from '../src/data-source';
import { approveAnnex, CALIPER, csv, readAnnex, sendAnnex } from './annexes';
import { admitted, api, coordinatorOf, metrology } from './metrology';

const THERMOMETER = '2,温度计,温度,JJF 1171-2007,(-30~200)℃,0.1 ℃,';
const withUncertainty = (uncertainty: string) => CALIPER.replace('0.02 mm', uncertainty);

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

async function takesEffect(instituteId: string, ...rows: string[]): Promise<void> {
  const { body } = await sendAnnex({ service, instituteId }, '附表.csv', csv(...rows));
  await readAnnex(service, body.id);
  expect((await approveAnnex(service, body.id)).body.status).toBe('active');
}

/** A caliper is to be calibrated, and the institute has accepted that. */
async function accepted(): Promise<{ instituteId: string; task: TaskOpened; jobId: string }> {
  const { id: instituteId } = await admitted(service, aUscc(), []);
  await takesEffect(instituteId, withUncertainty('0.01 mm'));
  const caliper = { instrument: '游标卡尺', measurand: '长度', min: '0', max: '150', unit: 'mm', tolerance: '0.05' };
  const measurements = [{ ...caliper, quantity: 1, service: 'calibration' as const }];
  const plannedDate = addDays(toBusinessDate(service.clock.now()), 7);
  const demand = aDemand({ object: '卡尺', tests: [], schemes: [], measurements, plannedDate });
  const task = aTaskOpened({ element: 'metrology', demand });
  await window.open(task);
  const { jobId } = await window.waitFor(task.taskId, JobOfferedV1);
  await service.http.post(`${api}/jobs/${jobId}/accept`, {}, { as: coordinatorOf(instituteId) });
  await window.waitFor(task.taskId, JobAcceptedV1);
  return { instituteId, task, jobId };
}

describe('an annex that takes effect', () => {
  it.each([
    ['no longer lists the capability of', THERMOMETER],
    ['has too large an uncertainty for', withUncertainty('0.04 mm')],
  ])('and %s an open job sends the job to another institute, and says why', async (_, row) => {
    const { instituteId, task } = await accepted();
    const { id: other } = await admitted(service, aUscc(), [{}]);
    await takesEffect(instituteId, row);
    const { cause } = await window.waitFor(task.taskId, JobTerminatedV1);
    expect(cause?.zh).toContain('证书 CNAS L0001 的新附表生效');
    expect((await window.waitFor(task.taskId, JobOfferedV1, 2)).providerId).toBe(other);
  });

  it('and still covers an open job leaves it where it is', async () => {
    const { instituteId, jobId } = await accepted();
    await takesEffect(instituteId, withUncertainty('0.012 mm'));
    const judged = () =>
      service.dataSource.query<unknown[]>(
        'select from accreditation_loss where provider_id = $1 and checked_at is not null',
        [instituteId],
      );
    await waitFor(async () => (await judged()).length === 1, { what: 'the jobs to be judged again' });
    const as = coordinatorOf(instituteId);
    expect((await service.http.get<{ status: string }>(`${api}/jobs/${jobId}`, { as })).body.status).toBe('accepted');
  });
});
