import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor, aDeliverable, type Answer, type TestService } from '@qi/testing';
import { JobConsumer } from '../src/fulfilment/fulfilment.consumer';
import type { LifeLineEntryResponse } from '../src/life-line/life-line.view';
import type { RequestResponse } from '../src/service-request/service-request.view';
import type { JobFact } from '../src/task/job-fact';
import type { TaskResponse } from '../src/task/task.view';
import { administrator, aFirm, anItem, aPlatform, base, clerk } from './window';

/** A verified firm at an open platform, with items of the three elements of the main case. */
export interface Place {
  readonly platformId: string;
  readonly enterpriseId: string;
  readonly applicant: Actor;
  readonly items: { readonly testing: string; readonly metrology: string; readonly diagnosis: string };
}

interface Made {
  id: string;
  code: string;
}

export async function aPlace(window: TestService, item: Record<string, unknown> = {}): Promise<Place> {
  const { http } = window;
  const asAdmin = { as: administrator };
  const platform = await http.post<Made>(`${base}/platforms`, aPlatform(), asAdmin);
  await http.post(`${base}/platforms/${platform.body.id}/open`, undefined, asAdmin);
  const codes: string[] = [];
  for (const [element, durationDays] of [
    ['testing', 10],
    ['metrology', 3],
    ['quality-management', 5],
  ] as const) {
    const made = await http.post<Made>(`${base}/service-items`, anItem({ element, durationDays, ...item }), asAdmin);
    await http.post(`${base}/service-items/${made.body.id}/publish`, undefined, asAdmin);
    codes.push(made.body.code);
  }
  const firm = await http.post<Made>(`${base}/enterprises`, aFirm(), { as: clerk });
  await http.post(`${base}/enterprises/${firm.body.id}/verify`, undefined, { as: clerk });
  const [testing = '', metrology = '', diagnosis = ''] = codes;
  return {
    platformId: platform.body.id,
    enterpriseId: firm.body.id,
    applicant: actor('applicant', { org: { kind: 'enterprise', id: firm.body.id } }),
    items: { testing, metrology, diagnosis },
  };
}

export function aLine(itemCode: string, values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    key: 'test',
    itemCode,
    answers: { model: 'SL-2026' },
    demand: {
      object: '儿童三轮车',
      tests: [{ parameter: '稳定性', methodStandard: 'GB/T14747—2025' }],
      schemes: ['CMA'],
    },
    ...values,
  };
}

/** The bundle of the main case: the test waits for the calibration. */
export function aBundle({ platformId, items }: Place, values: Record<string, unknown> = {}): Record<string, unknown> {
  const gauge = { instrument: '游标卡尺', measurand: '长度', min: '0', max: '150', unit: 'mm', tolerance: '0.03' };
  return {
    platformId,
    title: '儿童三轮车出口新合同',
    needBy: inDays(54),
    lines: [
      aLine(items.testing, { dependsOn: ['gauges'] }),
      aLine(items.metrology, {
        key: 'gauges',
        demand: { object: '量具', measurements: [{ ...gauge, service: 'calibration' }] },
      }),
      aLine(items.diagnosis, {
        key: 'diagnosis',
        demand: { object: '童车生产线', skills: ['质量诊断'], place: 'on-site' },
      }),
    ],
    ...values,
  };
}

export function inDays(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}

export async function aDraft(window: TestService, place: Place, body?: unknown): Promise<RequestResponse> {
  return made(
    await window.http.post<RequestResponse>(`${base}/service-requests`, body ?? aBundle(place), {
      as: place.applicant,
    }),
  );
}

export async function anAccepted(window: TestService, place: Place, body?: unknown): Promise<RequestResponse> {
  const { id } = await aDraft(window, place, body);
  const submitted = made(
    await window.http.post<RequestResponse>(path(id, 'submit'), undefined, { as: place.applicant }),
  );
  if (submitted.status !== 'submitted') return submitted;
  return made(await window.http.post<RequestResponse>(path(id, 'accept'), undefined, { as: clerk }));
}

/** Of a request, or of what is done with it. */
export const path = (id: string, action = '') => `${base}/service-requests/${id}${action && `/${action}`}`;

/** As its applicant sees it. */
export async function seen({ http }: TestService, { applicant }: Place, id: string): Promise<RequestResponse> {
  return made(await http.get<RequestResponse>(path(id), { as: applicant }));
}

/** What its life line tells of. */
export async function kindsSeen({ http }: TestService, { applicant }: Place, id: string): Promise<string[]> {
  const lifeLine = await http.get<{ items: LifeLineEntryResponse[] }>(path(id, 'life-line?limit=200'), {
    as: applicant,
  });
  return made(lifeLine).items.map(({ kind }) => kind);
}

export function made<T>({ status, body }: Answer<T>): T {
  if (status !== 200 && status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

export function taskOf({ tasks }: RequestResponse, lineKey: string): TaskResponse {
  const task = tasks.find((each) => each.lineKey === lineKey);
  if (!task) throw new Error(`no task of line ${lineKey}`);
  return task;
}

const withdrawn = { zh: '机构资格已撤销', en: 'its accreditation was withdrawn' };

/** A provider's job on a task, and the facts that it tells. */
export class AJob {
  readonly jobId = newId();
  readonly providerId = newId();
  private readonly by = { sub: 'lab', name: '接单员' };

  constructor(
    private readonly task: TaskResponse,
    private readonly name = '示例检测',
  ) {}

  offered(round = this.task.round): JobFact {
    const provider = { id: this.providerId, name: this.name };
    const words = { zh: '能力覆盖', en: 'its scope covers it' };
    const offer = {
      provider,
      decisionId: newId(),
      round,
      promisedDate: inDays(20),
      answerBy: this.soon(),
      reason: words,
    };
    return { type: 'job.offered.v1', data: { ...this.ids(), ...offer } };
  }

  accepted(): JobFact {
    return { type: 'job.accepted.v1', data: { ...this.ids(), promisedDate: inDays(18), by: this.by } };
  }

  declined(): JobFact {
    return { type: 'job.declined.v1', data: { ...this.ids(), reasonCode: 'no-capacity', by: this.by } };
  }

  expired(): JobFact {
    return { type: 'job.expired.v1', data: { ...this.ids(), answerBy: this.soon() } };
  }

  progressed(step = 'in-test'): JobFact {
    const words = { zh: '试验中', en: 'in test' };
    return { type: 'job.progressed.v1', data: { ...this.ids(), step, stepIndex: 2, steps: 5, words, by: this.by } };
  }

  completed(): JobFact {
    return { type: 'job.completed.v1', data: { ...this.ids(), deliverables: [aDeliverable()], by: this.by } };
  }

  terminated(): JobFact {
    return { type: 'job.terminated.v1', data: { ...this.ids(), reason: '设备故障', by: this.by } };
  }

  reworked(): JobFact {
    return { type: 'job.reworked.v1', data: { ...this.ids(), reason: '数据有误' } };
  }

  cancelled(reason = '企业撤回'): JobFact {
    return { type: 'job.cancelled.v1', data: { ...this.ids(), reason } };
  }

  paused(): JobFact {
    return { type: 'job.paused.v1', data: { ...this.ids(), cause: withdrawn } };
  }

  resumed(): JobFact {
    return { type: 'job.resumed.v1', data: this.ids() };
  }

  flagged(): JobFact {
    const doubt = { numbers: ['T-1'], cause: withdrawn, affectedFrom: '2026-01-20' };
    return { type: 'job.flagged.v1', data: { ...this.ids(), ...doubt } };
  }

  unroutable(): JobFact {
    const { id: taskId, requestId, element, round } = this.task;
    const reason = { zh: '3 家机构持有 GB 14747-2006', en: '3 laboratories hold GB 14747-2006' };
    const data = {
      taskId,
      requestId,
      element,
      round,
      decisionId: newId(),
      candidates: 3,
      gates: { scope: 3 },
      nearestMisses: [],
    };
    return { type: 'job.unroutable.v1', data: { ...data, reason, at: now() } };
  }

  /** All that a job goes through to its end. */
  done(): JobFact[] {
    return [this.offered(), this.accepted(), this.progressed(), this.completed()];
  }

  private ids() {
    const { id: taskId, requestId, element } = this.task;
    const { jobId, providerId } = this;
    return { jobId, jobNumber: `J-${jobId.slice(-6)}`, taskId, requestId, element, providerId, at: now() };
  }

  private soon(): string {
    return new Date(Date.now() + 2 * 86_400_000).toISOString();
  }
}

function now(): string {
  return new Date().toISOString();
}

/** Hands facts to the consumer as one chunk, as messaging does. */
export function tell(window: TestService, ...facts: JobFact[]): Promise<void> {
  const consumer = window.app.get(JobConsumer, { strict: false });
  return window.dataSource.transaction((tx) => consumer.follow(facts as never, tx));
}
