import { StandardChangedV1 } from '@qi/contracts';
import type { EventData } from '@qi/contracts';
import { actor } from '@qi/testing';
import { StandardService } from '../src';
import type { TaskOpened } from '../src';
import type { DecisionRecord } from '../src/decision/decision-record';
import { JobService } from '../src/job/job.service';
import { addRating } from '../src/load/provider-load';
import { aTask, candidates, laboratories } from './demo-provider';
import { ProviderBench, coordinatorOf } from './provider-bench';

const bench = new ProviderBench();
const by = { sub: 'c', name: '窗口' };

const idsOf = ({ taskId, taskNumber, requestId, requestNumber, at }: TaskOpened) => ({
  taskId,
  taskNumber,
  requestId,
  requestNumber,
  at,
  by,
});
const cancel = (task: TaskOpened) =>
  bench.tell((tasks, tx) => tasks.cancel(tx, { ...idsOf(task), reason: '企业撤回' }));
const amend = (task: TaskOpened, demand: Partial<TaskOpened['demand']>) =>
  bench.tell((tasks, tx) =>
    tasks.amend(tx, { ...idsOf(task), demand: { ...task.demand, ...demand }, reason: '改用新标准' }),
  );
const rework = (task: TaskOpened, jobId: string) =>
  bench.tell((tasks, tx) => tasks.rework(tx, { ...idsOf(task), jobId, reason: '数据有误' }));

describe('the window cancels', () => {
  it('an offer and work under way end; a later opening is not taken up', async () => {
    const { task, id, coordinator } = await bench.offered();
    await bench.call(`/jobs/${id}/accept`, {}, coordinator);
    await cancel(task);
    await cancel(task);
    await bench.open({ ...task, round: 2 });
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.accepted.v1', 'job.cancelled.v1']);
    expect((await bench.call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator)).status).toBe(409);
  });

  it('a task that never came here: nothing happens', async () => {
    const task = aTask();
    await cancel(task);
    expect(await bench.factsOf(task)).toEqual([]);
  });

  it('declining afterwards does not route the task again', async () => {
    const { task, id, coordinator } = await bench.offered();
    await cancel(task);
    expect((await bench.call(`/jobs/${id}/decline`, { reasonCode: 'other' }, coordinator)).status).toBe(409);
    expect(await bench.statusesOf(task)).toEqual(['cancelled']);
  });
});

describe('the window amends the demand', () => {
  it('an open offer is withdrawn and the task routed by the new demand', async () => {
    const { task } = await bench.offered();
    await amend(task, { object: '儿童自行车' });
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.cancelled.v1', 'job.unroutable.v1']);
    await amend(task, { object: '儿童三轮车' });
    expect(await bench.statusesOf(task)).toEqual(['cancelled', 'offered']);
  });

  it('a provider at work sees the new demand', async () => {
    const { task, id, coordinator } = await bench.offered();
    await bench.call(`/jobs/${id}/accept`, {}, coordinator);
    await amend(task, { object: '儿童自行车' });
    const { body } = await bench.get(`/jobs/${id}`, coordinator);
    expect([body.status, body.demand.object]).toEqual(['accepted', '儿童自行车']);
    expect(await bench.factsOf(task)).toEqual(['job.offered.v1', 'job.accepted.v1']);
  });
});

describe('the window asks for rework', () => {
  it('the work starts over, and a new deliverable is asked for', async () => {
    const { task, id, coordinator } = await bench.completed();
    await rework(task, id);
    await bench.call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator);
    expect((await bench.call(`/jobs/${id}/complete`, {}, coordinator)).body).toMatchObject({
      type: 'urn:qi:problem:job/no-deliverable',
    });
    await bench.deliver(id, coordinator, 'T-1-R1');
    expect((await bench.call(`/jobs/${id}/complete`, {}, coordinator)).body).toMatchObject({
      status: 'completed',
      deliverables: [{ number: 'T-1-R1' }],
      formerDeliverables: [{ number: 'T-1' }],
    });
  });

  it('of a job that is not completed is a fault of the message', async () => {
    const { task, id } = await bench.offered();
    await expect(rework(task, id)).rejects.toMatchObject({ code: 'job/illegal-transition' });
  });
});

describe('a clerk dispatches a task', () => {
  it('to one that declined before; when it declines again, nobody else gets it', async () => {
    const { task, id, providerId, coordinator } = await bench.offered();
    await bench.call(`/jobs/${id}/decline`, { reasonCode: 'no-capacity' }, coordinator);
    await bench.open({ ...task, round: 2, dispatchedTo: { providerId, by, reason: '已协调产能' } });
    const [, , third] = await bench.jobsOf(task);
    expect(third).toMatchObject({ status: 'offered', provider_id: providerId });
    await bench.call(`/jobs/${third?.id}/decline`, { reasonCode: 'other' }, coordinator);
    expect((await bench.factsOf(task)).at(-1)).toBe('job.unroutable.v1');
  });
});

describe('what jobs teach about a provider', () => {
  it('load falls when a job ends; punctuality and stars are counted', async () => {
    const { providerId, id, coordinator } = await bench.completed();
    await bench.service.dataSource.transaction((tx) => addRating(tx, providerId, { timeliness: 5, result: 4 }));
    const loads = await bench.query(
      'select open_jobs, completed, on_time, star_sum, star_count from provider_load where provider_id = $1',
      [providerId],
    );
    expect(loads).toEqual([{ open_jobs: 0, completed: 1, on_time: 1, star_sum: 9, star_count: 2 }]);
    const again = aTask();
    await bench.open(again);
    const as = actor('administrator', { areas: ['330000'] });
    const { body } = await bench.get<{ items: { record: DecisionRecord }[] }>(`/decisions?taskId=${again.taskId}`, as);
    const { candidates } = body.items[0]?.record.inputs ?? { candidates: [] };
    expect(candidates.find((one) => one.providerId === providerId)?.rating).toBe(4.5);
    expect((await bench.get(`/jobs/${id}`, coordinator)).status).toBe(200);
  });
});

describe('facts about standards', () => {
  const take = (...facts: Partial<EventData<typeof StandardChangedV1>>[]) =>
    bench.service.dataSource.transaction((tx) =>
      bench.service.app.get(StandardService, { strict: false }).take(
        tx,
        facts.map((fact) => ({
          number: 'GB/T 14747-2025',
          family: 'GB/T 14747',
          title: { zh: '儿童三轮车', en: 'Tricycles' },
          mandatory: false,
          successors: [],
          at: '2026-11-01T00:00:00.000Z',
          ...fact,
        })),
      ),
    );

  it('an older one that comes late does not overwrite a newer one', async () => {
    await take({ endsOn: '2030-12-31', at: '2026-11-02T00:00:00.000Z' });
    await take({ endsOn: '2026-11-15', at: '2026-11-01T00:00:00.000Z' });
    const { body } = await bench.get<{ items: { endsOn: string }[] }>(
      `/standards?number=${encodeURIComponent('GB/T14747－2025')}`,
      actor('auditor'),
    );
    expect(body.items.map(({ endsOn }) => endsOn)).toEqual(['2030-12-31']);
  });

  it('many at once are taken together, and of one standard the latest counts', async () => {
    const other = { number: 'GB 14747-2006', endsOn: '2026-10-31', successors: ['GB/T 14747-2025'] };
    await take({ endsOn: '2030-12-31', at: '2026-11-03T00:00:00.000Z' }, other, { endsOn: '2026-11-15' });
    expect(await bench.query('select number, ends_on, successors from standard order by number')).toEqual([
      { number: 'GB 14747-2006', ends_on: '2026-10-31', successors: ['GB/T 14747-2025'] },
      { number: 'GB/T 14747-2025', ends_on: '2030-12-31', successors: [] },
    ]);
  });
});

describe('many people at the same time', () => {
  it('accepting, declining, cancelling and opening leave one provider at most, and the load adds up', async () => {
    candidates.all = laboratories('甲', '乙', '丙', '丁');
    const tasks = Array.from({ length: 40 }, () => aTask());
    await bench.open(...tasks);
    const jobs = bench.service.app.get(JobService, { strict: false });
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    const outcomes = await Promise.all(
      tasks.flatMap(async (task, i) => {
        const [job] = await bench.jobsOf(task);
        const [id, as] = [job?.id ?? '', coordinatorOf(job?.provider_id ?? '')];
        return Promise.all([
          outcome(i % 2 === 0 ? jobs.decline(id, { reasonCode: 'other' }, as) : jobs.accept(id, undefined, as)),
          outcome(i % 3 === 0 ? cancel(task) : bench.open({ ...task, round: 2 })),
          outcome(jobs.decline(id, { reasonCode: 'other' }, as)),
        ]);
      }),
    );
    expect([...new Set(outcomes.flat())].sort()).toEqual(['done', 'job/illegal-transition']);
    const open = `status in ('offered', 'accepted', 'in-progress', 'reworked')`;
    const doubled = await bench.query(`select task_id from job where ${open} group by task_id having count(*) > 1`);
    expect(doubled).toEqual([]);
    const counted = await bench.query(
      `select provider_id, count(*)::int as open_jobs from job where ${open} group by 1 order by 1`,
    );
    expect(
      await bench.query('select provider_id, open_jobs from provider_load where open_jobs > 0 order by 1'),
    ).toEqual(counted);
  });
});
