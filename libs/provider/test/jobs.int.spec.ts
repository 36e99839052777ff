import type { JobStatus } from '@qi/contracts';
import { Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { actor, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import type { TaskOpened } from '../src';
import { TaskService } from '../src/task/task.service';
import { aTask, candidates, demoMigrations, demoProvider, laboratories } from './demo-provider';

const api = '/api/institutions/v1';
const pdf = Buffer.from('%PDF-1.7\nreport');
const HOUR = 3_600_000;

interface Job {
  readonly id: string;
  readonly number: string;
  readonly status: JobStatus;
  readonly providerId: string;
  readonly answerBy: string;
  readonly decisionId: string;
  readonly client?: { enterpriseName: string };
  readonly deliverables: { number: string; sha256: string; fileId: string }[];
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService(demoProvider, { migrations: demoMigrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(async () => {
  await service.dataSource.query('truncate opened_task, job, decision, provider_load, outbox, standard');
  await service.dataSource.query('update standard_epoch set epoch = epoch + 1');
});

const coordinatorOf = ({ providerId }: { providerId: string }, role: 'coordinator' | 'tester' = 'coordinator'): Actor =>
  actor(role, { org: { kind: 'institution', id: providerId } });

async function open(...tasks: TaskOpened[]): Promise<void> {
  const opening = service.app.get(TaskService, { strict: false });
  await service.app.get(Transactions, { strict: false }).run((tx) => opening.open(tx, tasks));
}

const jobsOf = (task: TaskOpened): Promise<{ id: string; status: JobStatus; provider_id: string }[]> =>
  service.dataSource.query('select id, status, provider_id from job where task_id = $1 order by id', [task.taskId]);

const factsOf = async (task: TaskOpened): Promise<string[]> => {
  const rows: { type: string }[] = await service.dataSource.query(
    'select type from outbox where key = $1 order by seq',
    [task.taskId],
  );
  return rows.map(({ type }) => type);
};

async function offered(names = ['甲', '乙'], given: Partial<TaskOpened> = {}) {
  candidates.all = laboratories(...names);
  const task = aTask(given);
  await open(task);
  const [job] = await jobsOf(task);
  if (!job) throw new Error('no job was offered');
  const coordinator = coordinatorOf({ providerId: job.provider_id });
  return { task, id: job.id, providerId: job.provider_id, coordinator };
}

const call = <T = Job>(path: string, body: unknown, as: Actor) => service.http.post<T>(`${api}${path}`, body, { as });

async function deliverTo(id: string, as: Actor, number = 'T-1', bytes: Buffer = pdf) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), '报告.pdf');
  for (const [name, value] of Object.entries({ kind: 'test-report', number, title: '检测报告' })) form.set(name, value);
  return service.http.post<Job & { type: string }>(`${api}/jobs/${id}/deliverables`, form, { as });
}

describe('a task is opened', () => {
  it('is offered to one provider, with a number, a decision and a time to answer', async () => {
    const { task, id, coordinator } = await offered();
    const { status, body } = await service.http.get<Job>(`${api}/jobs/${id}`, { as: coordinator });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'offered', number: expect.stringMatching(/^J-\d{8}-\d{6}$/) as string });
    expect(new Date(body.answerBy).getTime()).toBeGreaterThan(service.clock.now().getTime());
    expect(await factsOf(task)).toEqual(['job.offered.v1']);
  });

  it('is offered once, however often it is delivered', async () => {
    const { task } = await offered();
    await open(task, task);
    await open(task);
    expect(await jobsOf(task)).toHaveLength(1);
  });

  it('a higher round takes the place of an open offer; an older one that comes late changes nothing', async () => {
    const { task } = await offered();
    await open({ ...task, round: 2 });
    await open({ ...task, round: 1 });
    expect((await jobsOf(task)).map(({ status }) => status)).toEqual(['cancelled', 'offered']);
    expect(await factsOf(task)).toEqual(['job.offered.v1', 'job.cancelled.v1', 'job.offered.v1']);
  });

  it('many at once spread over equal providers, each with the load the others bring', async () => {
    candidates.all = laboratories('甲', '乙', '丙');
    const tasks = Array.from({ length: 30 }, () => aTask());
    await open(...tasks);
    const loads: { jobs: string }[] = await service.dataSource.query('select open_jobs as jobs from provider_load');
    expect(loads.map(({ jobs }) => Number(jobs))).toEqual([10, 10, 10]);
  });

  it('goes to another service’s element: nothing happens here', async () => {
    candidates.all = laboratories('甲');
    const task = aTask({ element: 'metrology' });
    await open(task);
    expect(await jobsOf(task)).toEqual([]);
  });

  it('nobody can take it: the fact says how many each gate excluded and who came closest', async () => {
    const { task } = await offered();
    const other = aTask({ excluded: candidates.all.map(({ providerId }) => providerId) });
    await open(other);
    expect(await factsOf(other)).toEqual(['job.unroutable.v1']);
    const [{ data }] = (await service.dataSource.query('select data::json from outbox where key = $1', [
      other.taskId,
    ])) as [{ data: { gates: Record<string, number>; nearestMisses: unknown[] } }];
    expect(data.gates['not-excluded']).toBe(2);
    expect(data.nearestMisses).toHaveLength(2);
    expect(await factsOf(task)).toEqual(['job.offered.v1']);
  });
});

describe('an offer', () => {
  it('accepted, worked on, delivered and completed', async () => {
    const { task, id, coordinator } = await offered();
    const promisedDate = '2099-01-05';
    expect((await call(`/jobs/${id}/accept`, { promisedDate }, coordinator)).body).toMatchObject({
      status: 'accepted',
      promisedDate,
    });
    expect((await call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator)).status).toBe(200);
    expect((await call(`/jobs/${id}/complete`, {}, coordinator)).body).toMatchObject({
      type: 'urn:qi:problem:job/no-deliverable',
    });
    expect((await deliverTo(id, coordinator)).status).toBe(201);
    const { body } = await call(`/jobs/${id}/complete`, {}, coordinator);
    expect(body).toMatchObject({ status: 'completed', deliverables: [{ number: 'T-1' }] });
    expect(await factsOf(task)).toEqual(['job.offered.v1', 'job.accepted.v1', 'job.progressed.v1', 'job.completed.v1']);
    const firm = actor('applicant', { org: { kind: 'enterprise', id: task.enterprise.id } });
    const file = await service.http.get<string>(`${api}/jobs/${id}/deliverables/${body.deliverables[0]?.fileId}`, {
      as: firm,
    });
    expect(file.body).toBe(pdf.toString());
  });

  it('declined: the next provider gets it at once, and never again one that declined', async () => {
    const { task, id, coordinator, providerId } = await offered(['甲', '乙']);
    expect((await call(`/jobs/${id}/decline`, { reasonCode: 'equipment-down' }, coordinator)).body.status).toBe(
      'declined',
    );
    const [, second] = await jobsOf(task);
    expect(second?.status).toBe('offered');
    expect(second?.provider_id).not.toBe(providerId);
    await call(
      `/jobs/${second?.id}/decline`,
      { reasonCode: 'too-far' },
      coordinatorOf({ providerId: second?.provider_id ?? '' }),
    );
    await open({ ...task, round: 2 });
    expect(await factsOf(task)).toEqual([
      ...['job.offered.v1', 'job.declined.v1', 'job.offered.v1', 'job.declined.v1'],
      ...['job.unroutable.v1', 'job.unroutable.v1'],
    ]);
  });

  it('not answered: expires on the working-day clock and goes to the next provider; accepting then is refused', async () => {
    const { task, id, coordinator } = await offered(['甲', '乙']);
    await service.advance(24 * 14 * HOUR);
    await waitFor(async () => (await jobsOf(task)).some(({ status }) => status === 'expired'));
    expect((await jobsOf(task)).map(({ status }) => status)).toEqual(['expired', 'offered']);
    expect(await factsOf(task)).toEqual(['job.offered.v1', 'job.expired.v1', 'job.offered.v1']);
    const late = await call<{ legal: string[] }>(`/jobs/${id}/accept`, {}, coordinator);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ type: 'urn:qi:problem:job/illegal-transition', legal: [] });
  });

  it('answered twice at the same moment: one of the two is told so', async () => {
    const { task, id, coordinator } = await offered(['甲', '乙']);
    const answers = await Promise.all([
      call(`/jobs/${id}/accept`, {}, coordinator),
      call(`/jobs/${id}/decline`, { reasonCode: 'other' }, coordinator),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const unfinished = (await jobsOf(task)).filter(({ status }) => ['offered', 'accepted'].includes(status));
    expect(unfinished).toHaveLength(1);
  });

  it('given up after acceptance: routed again', async () => {
    const { task, id, coordinator } = await offered(['甲', '乙']);
    await call(`/jobs/${id}/accept`, {}, coordinator);
    expect((await call(`/jobs/${id}/terminate`, { reason: '设备损坏' }, coordinator)).status).toBe(200);
    expect((await jobsOf(task)).map(({ status }) => status)).toEqual(['terminated', 'offered']);
  });
});

describe('who sees what', () => {
  it('an institution sees its own jobs only, a clerk those of its area, an auditor all', async () => {
    const { id, coordinator } = await offered();
    const stranger = coordinatorOf({ providerId: laboratories('丁')[0]?.providerId ?? '' });
    const ask = async (as: Actor) => (await service.http.get(`${api}/jobs/${id}`, { as })).status;
    expect(await ask(coordinator)).toBe(200);
    expect(await ask(stranger)).toBe(404);
    expect(await ask(actor('clerk', { areas: ['330400'] }))).toBe(200);
    expect(await ask(actor('clerk', { areas: ['330100'] }))).toBe(404);
    expect(await ask(actor('auditor'))).toBe(200);
    expect((await call(`/jobs/${id}/accept`, {}, stranger)).status).toBe(404);
    expect((await service.http.get<{ items: [] }>(`${api}/jobs`, { as: stranger })).body.items).toEqual([]);
    expect((await service.http.get(`${api}/jobs/${id}`)).status).toBe(401);
  });

  it('a tester sees the blind number and not the client', async () => {
    const { id, task, providerId } = await offered();
    const { body } = await service.http.get<Job>(`${api}/jobs/${id}`, { as: coordinatorOf({ providerId }, 'tester') });
    expect(body).toMatchObject({ blindNumber: expect.stringMatching(/^B-/) as string });
    expect(JSON.stringify(body)).not.toContain(task.enterprise.name);
    expect(JSON.stringify(body)).not.toContain(task.enterprise.id);
    expect(JSON.stringify(body)).not.toContain(task.requestNumber);
  });
});

describe('deliverables', () => {
  it('are told by content, not by name; too large ones and doubled numbers are refused', async () => {
    const { id, coordinator } = await offered();
    await call(`/jobs/${id}/accept`, {}, coordinator);
    expect((await deliverTo(id, coordinator)).status).toBe(409);
    await call(`/jobs/${id}/progress`, { step: 'sample-received' }, coordinator);
    const fake = await deliverTo(id, coordinator, 'T-2', Buffer.from('MZ executable'));
    expect([fake.status, fake.body.type]).toEqual([422, 'urn:qi:problem:job/file-type']);
    expect((await deliverTo(id, coordinator, 'T-3', Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    expect((await deliverTo(id, coordinator, 'T-4')).status).toBe(201);
    expect((await deliverTo(id, coordinator, 'T-4')).body.type).toBe('urn:qi:problem:job/duplicate-number');
  });
});

describe('decisions', () => {
  it('are kept for ever, told in words and replayed to the same order', async () => {
    const { task } = await offered();
    const as = actor('administrator', { areas: ['330000'] });
    const { body } = await service.http.get<{ items: { id: string; words: { reason: string }; record: unknown }[] }>(
      `${api}/decisions?taskId=${task.taskId}`,
      { as, headers: { 'accept-language': 'en' } },
    );
    const [decision] = body.items;
    expect(decision?.words.reason).toMatch(/drawn by the task’s id|drawn by the task's id|scores best/);
    expect((await call(`/decisions/${decision?.id}/replay`, {}, as)).body).toEqual({ same: true });
    await expect(service.dataSource.query(`update decision set winner_id = null`)).rejects.toThrow(/never changed/);
  });

  it('a dry run writes nothing', async () => {
    candidates.all = laboratories('甲');
    const as = actor('clerk', { areas: ['330482'] });
    const demand = {
      object: '儿童三轮车',
      plannedDate: '2026-12-01',
      tests: [{ parameter: '稳定性', methodStandard: 'GB/T14747—2025' }],
    };
    const { status, body } = await call<{ words: { reason: string } }>(
      '/routing/explain',
      { element: 'testing', areaCode: '330482', demand },
      as,
    );
    expect([status, body.words.reason]).toEqual([200, '甲 是唯一符合全部条件的机构']);
    const [{ n }] = (await service.dataSource.query('select count(*)::int as n from decision')) as [{ n: number }];
    expect(n).toBe(0);
  });

  it('follow the copy of standards as soon as it changes', async () => {
    candidates.all = laboratories('甲');
    const as = actor('administrator', { areas: ['330000'] });
    const put = (body: object) =>
      service.http.put(
        `${api}/standards`,
        { title: { zh: '儿童三轮车', en: 'Tricycles' }, mandatory: false, ...body },
        { as },
      );
    await put({ number: 'GB/T 14747-2025', inForceFrom: '2026-11-01' });
    const first = aTask();
    await open(first);
    expect(await factsOf(first)).toEqual(['job.offered.v1']);
    expect(
      (
        await put({
          number: 'GB/T 14747-2025',
          inForceFrom: '2026-11-01',
          endsOn: '2026-11-20',
          successors: ['GB/T 14747-2026'],
        })
      ).status,
    ).toBe(200);
    const second = aTask();
    await open(second);
    expect(await factsOf(second)).toEqual(['job.unroutable.v1']);
    expect((await put({ number: 'GB/T 14747' })).status).toBe(422);
  });

  it('use a changed policy from its next version on', async () => {
    const as = actor('administrator', { areas: ['330000'] });
    const { body: policy } = await service.http.get<{ version: number; weights: object }>(`${api}/routing-policy`, {
      as,
    });
    const changed = {
      weights: { distance: 1000 },
      requiredRatio: '4',
      backlogWeeks: 2,
      leadDays: 5,
      neutral: 0.5,
      reason: '就近',
    };
    const put = (version: number) =>
      service.http.put<{ version: number }>(`${api}/routing-policy`, changed, {
        as,
        headers: { 'if-match': `"${version}"` },
      });
    expect((await put(policy.version)).body.version).toBe(policy.version + 1);
    expect((await put(policy.version)).status).toBe(412);
    const { task } = await offered();
    const [{ version }] = (await service.dataSource.query(
      `select (record->>'policyVersion')::int as version from decision where task_id = $1`,
      [task.taskId],
    )) as [{ version: number }];
    expect(version).toBe(policy.version + 1);
  });
});
