/**
 * The main case: a maker of children's vehicles asks for a test, the calibration of its gauges (which the test waits
 * for) and a diagnosis at its site. One laboratory declines, one does not answer; then everything is done, confirmed
 * and rated.
 */
import { clerk, firm, inDays } from './people.mts';
import { JobDriver, type DrivenTask } from './job-driver.mts';
import type { DemoPlace } from './seed.mts';
import { until, type Person, type Session } from './session.mts';

interface RequestView {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly tasks: DrivenTask[];
}
export interface LifeLineEntry {
  readonly at: string;
  readonly by: { name: string } | null;
  readonly words: { zh: string; en: string };
}
export interface CaseResult {
  readonly lifeLine: LifeLineEntry[];
  readonly explained: string[];
  readonly summary: {
    readonly requestNumber: string;
    readonly tasks: {
      readonly number: string;
      readonly element: string;
      readonly provider: string;
      readonly institution: string;
      readonly decisionId: string;
      readonly status: string;
      readonly submitToOfferMs: number;
    }[];
    readonly status: string;
    readonly ok: boolean;
  };
}

/** What the firm asks for; the contract starts in eight weeks. */
function need({ platformId }: DemoPlace, now: Date): object {
  const tests = ['稳定性', '机械强度', '制动性能'].map((parameter) => ({
    parameter,
    methodStandard: 'GB/T 14747-2025',
  }));
  const gauge = (
    instrument: string,
    measured: { measurand: string; max: string; unit: string; tolerance: string },
  ) => ({
    ...{ instrument, ...measured, min: '0', quantity: 1, service: 'calibration' },
  });
  return {
    platformId,
    title: '儿童三轮车出口新合同：检测、量具校准与现场诊断',
    needBy: inDays(54, now),
    contact: { name: '企业办事员', phone: '0573-85000000' },
    lines: [
      {
        key: 'test',
        itemCode: 'testing-childrens-vehicle',
        answers: { model: 'SL-2026', market: 'export' },
        dependsOn: ['gauges'],
        demand: {
          object: '儿童三轮车',
          tests: [...tests, { parameter: '通用安全', methodStandard: 'GB 46517-2025' }],
          schemes: ['CMA'],
          quantity: 3,
        },
      },
      {
        key: 'gauges',
        itemCode: 'calibration-of-instruments',
        demand: {
          object: '企业自用量具',
          measurements: [
            gauge('游标卡尺', { measurand: '长度', max: '150', unit: 'mm', tolerance: '0.03' }),
            gauge('推拉力计', { measurand: '力', max: '500', unit: 'N', tolerance: '5' }),
          ],
        },
      },
      {
        key: 'diagnosis',
        itemCode: 'quality-diagnosis',
        answers: { focus: '稳定性试验一次通过率低' },
        demand: { object: '童车生产线', skills: ['质量诊断'], place: 'on-site' },
      },
    ],
  };
}

const get = (person: Person, id: string) => person.get<RequestView>('service-requests', `/service-requests/${id}`);

async function confirmAndRate(applicant: Person, id: string): Promise<void> {
  const { tasks } = await until('all tasks delivered', async () => {
    const request = await get(applicant, id);
    return request.tasks.every(({ status }) => status === 'delivered') ? request : undefined;
  });
  for (const task of tasks) {
    await applicant.post('service-requests', `/tasks/${task.id}/confirm`);
    await applicant.post('service-requests', '/ratings', {
      requestId: id,
      taskId: task.id,
      timeliness: 4,
      result: 5,
      comment: '流程清楚',
    });
  }
}

export async function playMainCase(
  session: Session,
  place: DemoPlace,
  say: (line: string) => void,
): Promise<CaseResult> {
  const applicant = firm(session, place.enterpriseId);
  const draft = await applicant.post<RequestView>('service-requests', '/service-requests', need(place, session.now()));
  const submittedAt = performance.now();
  await applicant.post('service-requests', `/service-requests/${draft.id}/submit`, {}, draft.version);
  await clerk(session).post('service-requests', `/service-requests/${draft.id}/accept`);
  const { number } = await get(applicant, draft.id);
  say(`  ${number} is accepted and split into tasks`);

  const driver = new JobDriver(session, say, submittedAt);
  try {
    await driver.drive(() => get(applicant, draft.id).then(({ tasks }) => tasks));
    await confirmAndRate(applicant, draft.id);
    const closed = await until('the request to close', async () => {
      const request = await get(applicant, draft.id);
      return request.status === 'closed' ? request : undefined;
    });
    const lifeLine = await applicant.get<{ items: LifeLineEntry[] }>(
      'service-requests',
      `/service-requests/${draft.id}/life-line?limit=200`,
    );
    const tasks = closed.tasks.map((task) => driver.summaryOf(task));
    const ok =
      closed.status === 'closed' &&
      tasks.length === 3 &&
      tasks.every(({ status }) => status === 'confirmed') &&
      driver.sawEverything();
    return {
      lifeLine: lifeLine.items,
      explained: driver.explained,
      summary: { requestNumber: closed.number, tasks, status: closed.status, ok },
    };
  } finally {
    await session.moveClock('present');
  }
}
