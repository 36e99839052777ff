import { newId } from '@qi/kernel';
import { actor, anEnterprise, waitFor } from '@qi/testing';
import { SimulationService } from '../src/simulate/simulation.service';
import { aTask, candidates, laboratories } from './demo-provider';
import { ProviderBench } from './provider-bench';

const bench = new ProviderBench();
const administrator = actor('administrator', { areas: ['330000'] });
const policy = {
  weights: { distance: 1000 },
  requiredRatio: '3',
  backlogWeeks: 4,
  leadDays: 7,
  neutral: 0.7,
};
const wide = { from: '2026-01-01', to: '2099-12-31' };

interface Report {
  readonly decisions: number;
  readonly moved: number;
  readonly examples: readonly { readonly from: string; readonly to: string }[];
  readonly providers: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

interface Simulation {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
  readonly result: Report;
}

/** Three tasks go to the idle one, though the busy one is nearer. */
async function threeTasks() {
  const [near, far] = laboratories('近', '远');
  if (!near || !far) throw new Error('two laboratories');
  candidates.all = [
    { ...near, longitude: 121.02, latitude: 30.7 },
    { ...far, longitude: 110, latitude: 25 },
  ];
  await bench.query('insert into provider_load (provider_id, open_jobs) values ($1, 70)', [near.providerId]);
  const preferred = [far.providerId];
  for (let n = 0; n < 3; n += 1) await bench.open(aTask({ preferred, requestId: newId() }));
  return { near, far };
}

beforeEach(() => bench.query('truncate simulation'));

describe('a preview', () => {
  it('says what the policy would change about the latest decisions, and writes nothing', async () => {
    await threeTasks();
    const { status, body } = await bench.call<Report>('/routing-policy/preview', policy, administrator);
    expect(status).toBe(200);
    expect(body).toMatchObject({ decisions: 3, moved: 3, examples: [{ from: '远', to: '近' }, {}, {}] });
    expect(body.providers.map(({ name, before, after }) => [name, before, after]).sort()).toEqual([
      ['近', 0, 3],
      ['远', 3, 0],
    ]);
    const { body: two } = await bench.call<Report>(
      '/routing-policy/preview',
      { ...policy, decisions: 2 },
      administrator,
    );
    expect(two.decisions).toBe(2);
    expect(await bench.query('select version from routing_policy')).toEqual([]);
  });

  it('looks at the decisions of the own areas only, and refuses what is no policy', async () => {
    await threeTasks();
    const elsewhere = actor('administrator', { areas: ['340000'] });
    expect((await bench.call<Report>('/routing-policy/preview', policy, elsewhere)).body.decisions).toBe(0);
    expect((await bench.call('/routing-policy/preview', policy, actor('clerk'))).status).toBe(403);
    expect(
      (await bench.call('/routing-policy/preview', { ...policy, weights: { distance: -1 } }, administrator)).status,
    ).toBe(400);
    const misspelt = { ...policy, weights: { distance: 1, distanse: 1 } };
    const refused = [
      await bench.call<{ detail: string }>('/routing-policy/preview', misspelt, administrator),
      await bench.call<{ detail: string }>('/routing/simulate', { ...misspelt, ...wide }, administrator),
    ];
    for (const { status, body } of refused)
      expect([status, body.detail]).toEqual([422, expect.stringMatching('distanse')]);
  });
});

describe('a simulation', () => {
  it('runs over a whole period by itself and tells its progress and its result', async () => {
    await threeTasks();
    const started = await bench.call<Simulation>('/routing/simulate', { ...policy, ...wide }, administrator);
    expect([started.status, started.body.total]).toEqual([202, 3]);
    const get = () => bench.get<Simulation>(`/routing/simulations/${started.body.id}`, administrator);
    await waitFor(async () => (await get()).body.status === 'done');
    const { body } = await get();
    expect(body).toMatchObject({ done: 3, result: { moved: 3, delay: { before: { given: 3 }, after: { given: 3 } } } });
  });

  it('that was cut short goes on from where it stood, and once done is not done again', async () => {
    await threeTasks();
    const service = bench.service.app.get(SimulationService, { strict: false });
    const row = await service.start(policy, wide, administrator);
    const [first] = await bench.query<{ id: string }>('select id from decision order by id limit 1');
    await bench.service.app.get(SimulationService, { strict: false }).run({ id: row.id });
    const whole = await service.get(row.id, administrator);
    expect(whole.state.decisions).toBe(3);
    await bench.query(
      `update simulation set status = 'running', after_id = $1, state = jsonb_set(state::jsonb, '{decisions}', '1')::json`,
      [first?.id],
    );
    await service.run({ id: row.id });
    expect((await service.get(row.id, administrator)).state.decisions).toBe(3);
    await service.run({ id: row.id });
    expect((await service.get(row.id, administrator)).state.decisions).toBe(3);
  });

  it('is hidden from administrators of other areas; a period must not end before it starts', async () => {
    const { body } = await bench.call<Simulation>('/routing/simulate', { ...policy, ...wide }, administrator);
    const elsewhere = actor('administrator', { areas: ['340000'] });
    expect((await bench.get(`/routing/simulations/${body.id}`, elsewhere)).status).toBe(404);
    expect((await bench.get(`/routing/simulations/${newId()}`, administrator)).status).toBe(404);
    const backwards = { ...policy, from: '2026-12-01', to: '2026-11-01' };
    expect((await bench.call('/routing/simulate', backwards, administrator)).status).toBe(422);
  });
});

describe('the fairness report', () => {
  interface Rows {
    readonly decisions: number;
    readonly rows: readonly { readonly name: string; readonly jobs: number; readonly capacityShare: number }[];
  }
  const path = `/routing/fairness?from=${wide.from}&to=${wide.to}`;

  it('sets jobs against capable capacity, per item and area', async () => {
    await threeTasks();
    const { body } = await bench.get<Rows>(path, administrator);
    expect(body).toMatchObject({
      decisions: 3,
      partial: 0,
      rows: [
        { name: '远', jobs: 3, jobShare: 1, capacityShare: 0.5, areaCode: '330482' },
        { name: '近', jobs: 0, jobShare: 0, capacityShare: 0.5 },
      ],
    });
  });

  it('narrows to an area and an item, and shows nothing of other areas', async () => {
    await threeTasks();
    await bench.open(aTask({ enterprise: anEnterprise({ areaCode: '330700' }) }));
    const decisionsOf = async (query: string, as = administrator) =>
      (await bench.get<Rows>(`${path}${query}`, as)).body.decisions;
    expect(await decisionsOf('')).toBe(4);
    expect(await decisionsOf('&areaCode=330400')).toBe(3);
    expect(await decisionsOf('&areaCode=330700')).toBe(1);
    expect(await decisionsOf('&areaCode=340000')).toBe(0);
    expect(await decisionsOf('', actor('administrator', { areas: ['340000'] }))).toBe(0);
    expect((await bench.get<Rows>(`${path}&itemCode=other`, administrator)).body.rows).toEqual([]);
  });
});

describe('a promise', () => {
  it('grows with the queue at the provider’s weekly capacity', async () => {
    const [lab] = laboratories('甲');
    if (!lab) throw new Error('a laboratory');
    candidates.all = [{ ...lab, capacityPerWeek: 7, leadDays: 3 }];
    const promised = async () => {
      const task = aTask({ requestId: newId() });
      await bench.open(task);
      const [job] = await bench.query<{ date: string }>(
        `select to_char(promised_date, 'YYYY-MM-DD') as date from job where task_id = $1`,
        [task.taskId],
      );
      return job?.date ?? '';
    };
    const idle = await promised();
    await bench.query('update provider_load set open_jobs = 27');
    expect((await promised()) > idle).toBe(true);
  });

  it('that is broken five times lowers the on-time factor of the next decision', async () => {
    const labs = laboratories('准', '误');
    candidates.all = labs;
    const [punctual, late] = labs.map(({ providerId }) => providerId);
    await bench.query(`insert into provider_load (provider_id, completed, on_time) values ($1, 5, 5), ($2, 5, 0)`, [
      punctual,
      late,
    ]);
    for (let n = 0; n < 5; n += 1) {
      const task = aTask({ requestId: newId() });
      await bench.open(task);
      const [job] = await bench.jobsOf(task);
      expect(job?.provider_id).toBe(punctual);
    }
  });
});
