import { actor, waitFor } from '@qi/testing';
import type { Actor } from '@qi/platform';
import { aTask, candidates, laboratories } from './demo-provider';
import { ProviderBench, api, coordinatorOf, pdf } from './provider-bench';
import type { JobView } from './provider-bench';

const HOUR = 3_600_000;
const bench = new ProviderBench();

describe('a task is opened', () => {
  it('is offered to one provider, with a number, a decision and a time to answer', async () => {
    const { task, id, coordinator } = await bench.offered();
    const { status, body } = await bench.service.http.get<JobView>(`${api}/jobs/${id}`, { as: coordinator });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'offered', number: expect.stringMatching(/^J-\d{8}-\d{6}$/) as string });
    expect(new Date(body.answerBy).getTime()).toBeGreaterThan(bench.service.clock.now().getTime());
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1']);
  });

  it('is offered once, however often it is delivered', async () => {
    const { task } = await bench.offered();
    await bench.open(task, task);
    await bench.open(task);
    expect(await bench.jobsOf(task)).toHaveLength(1);
  });

  it('a higher round takes the place of an open offer; an older one that comes late changes nothing', async () => {
    const { task } = await bench.offered();
    await bench.open({ ...task, round: 2 });
    await bench.open({ ...task, round: 1 });
    expect((await bench.jobsOf(task)).map(({ status }) => status)).toEqual(['cancelled', 'offered']);
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.cancelled.v1', 'job.offered.v1']);
  });

  it('many at once spread over equal providers, each with the load the others bring', async () => {
    candidates.all = laboratories('甲', '乙', '丙');
    const tasks = Array.from({ length: 30 }, () => aTask());
    await bench.open(...tasks);
    const loads: { jobs: string }[] = await bench.query('select open_jobs as jobs from provider_load');
    expect(loads.map(({ jobs }) => Number(jobs))).toEqual([10, 10, 10]);
  });

  it('goes to another service’s element: nothing happens here', async () => {
    candidates.all = laboratories('甲');
    const task = aTask({ element: 'metrology' });
    await bench.open(task);
    expect(await bench.jobsOf(task)).toEqual([]);
  });

  it('nobody can take it: the fact says how many each gate excluded and who came closest', async () => {
    const { task } = await bench.offered();
    const other = aTask({ excluded: candidates.all.map(({ providerId }) => providerId) });
    await bench.open(other);
    expect(await bench.factsOf(other)).toEqual(['job.unroutable.v1']);
    const [{ data }] = (await bench.query('select data::json from outbox where key = $1', [other.taskId])) as [
      { data: { gates: Record<string, number>; nearestMisses: unknown[] } },
    ];
    expect(data.gates['not-excluded']).toBe(2);
    expect(data.nearestMisses).toHaveLength(2);
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1']);
  });
});

describe('an offer', () => {
  it('accepted, worked on, delivered and completed', async () => {
    const { task, id, coordinator } = await bench.offered();
    const promisedDate = '2099-01-05';
    expect((await bench.call(`/jobs/${id}/accept`, { promisedDate }, coordinator)).body).toMatchObject({
      status: 'accepted',
      promisedDate,
    });
    expect((await bench.call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator)).status).toBe(200);
    expect((await bench.call(`/jobs/${id}/complete`, {}, coordinator)).body).toMatchObject({
      type: 'urn:qi:problem:job/no-deliverable',
    });
    expect((await bench.deliver(id, coordinator)).status).toBe(201);
    const { body } = await bench.call(`/jobs/${id}/complete`, {}, coordinator);
    expect(body).toMatchObject({ status: 'completed', deliverables: [{ number: 'T-1' }] });
    expect(await bench.factsOf(task)).toEqual([
      'job.offered.v1',
      'job.accepted.v1',
      'job.progressed.v1',
      'job.completed.v1',
    ]);
    const firm = actor('applicant', { org: { kind: 'enterprise', id: task.enterprise.id } });
    const file = await bench.service.http.get<string>(
      `${api}/jobs/${id}/deliverables/${body.deliverables[0]?.fileId}`,
      {
        as: firm,
      },
    );
    expect(file.body).toBe(pdf.toString());
  });

  it('declined: the next provider gets it at once, and never again one that declined', async () => {
    const { task, id, coordinator, providerId } = await bench.offered(['甲', '乙']);
    expect((await bench.call(`/jobs/${id}/decline`, { reasonCode: 'equipment-down' }, coordinator)).body.status).toBe(
      'declined',
    );
    const [, second] = await bench.jobsOf(task);
    expect(second?.status).toBe('offered');
    expect(second?.provider_id).not.toBe(providerId);
    await bench.call(
      `/jobs/${second?.id}/decline`,
      { reasonCode: 'too-far' },
      coordinatorOf(second?.provider_id ?? ''),
    );
    await bench.open({ ...task, round: 2 });
    expect(await bench.factsOf(task)).toEqual([
      ...['job.offered.v1', 'job.declined.v1', 'job.offered.v1', 'job.declined.v1'],
      ...['job.unroutable.v1', 'job.unroutable.v1'],
    ]);
  });

  it('not answered: expires on the working-day clock and goes to the next provider; accepting then is refused', async () => {
    const { task, id, coordinator } = await bench.offered(['甲', '乙']);
    await bench.service.advance(24 * 14 * HOUR);
    await waitFor(async () => (await bench.jobsOf(task)).some(({ status }) => status === 'expired'));
    expect((await bench.jobsOf(task)).map(({ status }) => status)).toEqual(['expired', 'offered']);
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.expired.v1', 'job.offered.v1']);
    const late = await bench.call<{ legal: string[] }>(`/jobs/${id}/accept`, {}, coordinator);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ type: 'urn:qi:problem:job/illegal-transition', legal: [] });
  });

  it('answered twice at the same moment: one of the two is told so', async () => {
    const { task, id, coordinator } = await bench.offered(['甲', '乙']);
    const answers = await Promise.all([
      bench.call(`/jobs/${id}/accept`, {}, coordinator),
      bench.call(`/jobs/${id}/decline`, { reasonCode: 'other' }, coordinator),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const unfinished = (await bench.jobsOf(task)).filter(({ status }) => ['offered', 'accepted'].includes(status));
    expect(unfinished).toHaveLength(1);
  });

  it('given up after acceptance: routed again', async () => {
    const { task, id, coordinator } = await bench.offered(['甲', '乙']);
    await bench.call(`/jobs/${id}/accept`, {}, coordinator);
    expect((await bench.call(`/jobs/${id}/terminate`, { reason: '设备损坏' }, coordinator)).status).toBe(200);
    expect((await bench.jobsOf(task)).map(({ status }) => status)).toEqual(['terminated', 'offered']);
  });
});

describe('who sees what', () => {
  it('an institution sees its own jobs only, a clerk those of its area, an auditor all', async () => {
    const { id, coordinator } = await bench.offered();
    const stranger = coordinatorOf(laboratories('丁')[0]?.providerId ?? '');
    const ask = async (as: Actor) => (await bench.service.http.get(`${api}/jobs/${id}`, { as })).status;
    expect(await ask(coordinator)).toBe(200);
    expect(await ask(stranger)).toBe(404);
    expect(await ask(actor('clerk', { areas: ['330400'] }))).toBe(200);
    expect(await ask(actor('clerk', { areas: ['330100'] }))).toBe(404);
    expect(await ask(actor('auditor'))).toBe(200);
    expect((await bench.call(`/jobs/${id}/accept`, {}, stranger)).status).toBe(404);
    expect((await bench.service.http.get<{ items: [] }>(`${api}/jobs`, { as: stranger })).body.items).toEqual([]);
    expect((await bench.service.http.get(`${api}/jobs/${id}`)).status).toBe(401);
  });

  it('a tester sees the blind number and not the client', async () => {
    const { id, task, providerId } = await bench.offered();
    const { body } = await bench.service.http.get<JobView>(`${api}/jobs/${id}`, {
      as: coordinatorOf(providerId, 'tester'),
    });
    expect(body).toMatchObject({ blindNumber: expect.stringMatching(/^B-/) as string });
    expect(JSON.stringify(body)).not.toContain(task.enterprise.name);
    expect(JSON.stringify(body)).not.toContain(task.enterprise.id);
    expect(JSON.stringify(body)).not.toContain(task.requestNumber);
  });
});

describe('deliverables', () => {
  it('are told by content, not by name; too large ones and doubled numbers are refused', async () => {
    const { id, coordinator } = await bench.offered();
    await bench.call(`/jobs/${id}/accept`, {}, coordinator);
    expect((await bench.deliver(id, coordinator)).status).toBe(409);
    await bench.call(`/jobs/${id}/progress`, { step: 'sample-received' }, coordinator);
    const fake = await bench.deliver(id, coordinator, 'T-2', Buffer.from('MZ executable'));
    expect([fake.status, fake.body.type]).toEqual([422, 'urn:qi:problem:job/file-type']);
    expect((await bench.deliver(id, coordinator, 'T-3', Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    expect((await bench.deliver(id, coordinator, 'T-4')).status).toBe(201);
    expect((await bench.deliver(id, coordinator, 'T-4')).body.type).toBe('urn:qi:problem:job/duplicate-number');
  });
});
