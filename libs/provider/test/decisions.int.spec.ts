import { actor } from '@qi/testing';
import { aTask, candidates, laboratories } from './demo-provider';
import { ProviderBench, api } from './provider-bench';

const bench = new ProviderBench();

describe('decisions', () => {
  it('are kept for ever, told in words and replayed to the same order', async () => {
    const { task } = await bench.offered();
    const as = actor('administrator', { areas: ['330000'] });
    const { body } = await bench.service.http.get<{
      items: { id: string; words: { reason: string }; record: unknown }[];
    }>(`${api}/decisions?taskId=${task.taskId}`, { as, headers: { 'accept-language': 'en' } });
    const [decision] = body.items;
    expect(decision?.words.reason).toMatch(/drawn by the task’s id|drawn by the task's id|scores best/);
    expect((await bench.call(`/decisions/${decision?.id}/replay`, {}, as)).body).toEqual({ same: true });
    await expect(bench.query(`update decision set winner_id = null`)).rejects.toThrow(/never changed/);
  });

  it('a dry run writes nothing', async () => {
    candidates.all = laboratories('甲');
    const as = actor('clerk', { areas: ['330482'] });
    const demand = {
      object: '儿童三轮车',
      plannedDate: '2026-12-01',
      tests: [{ parameter: '稳定性', methodStandard: 'GB/T14747—2025' }],
    };
    const { status, body } = await bench.call<{ words: { reason: string } }>(
      '/routing/explain',
      { element: 'testing', areaCode: '330482', demand },
      as,
    );
    expect([status, body.words.reason]).toEqual([200, '甲 是唯一符合全部条件的机构']);
    const [{ n }] = (await bench.query('select count(*)::int as n from decision')) as [{ n: number }];
    expect(n).toBe(0);
  });

  it('a firm tries out its own demand, and cannot play the clerk who dispatches it', async () => {
    candidates.all = laboratories('甲', '乙');
    const as = actor('applicant', { org: { kind: 'enterprise', id: aTask().enterprise.id } });
    const demand = {
      object: '儿童三轮车',
      plannedDate: '2026-12-01',
      tests: [{ parameter: '稳定性', methodStandard: 'GB/T 14747-2025' }],
    };
    const body = { element: 'testing', areaCode: '330482', demand, dispatchedTo: candidates.all[1]?.providerId };
    const asked = await bench.call<{ record: { inputs: { task: { dispatchedTo?: unknown } } } }>(
      '/routing/explain',
      body,
      as,
    );
    expect(asked.status).toBe(200);
    expect(JSON.stringify(asked.body.record)).not.toContain('dispatchedTo');
  });

  it('follow the copy of standards as soon as it changes', async () => {
    candidates.all = laboratories('甲');
    const as = actor('administrator', { areas: ['330000'] });
    const put = (body: object) =>
      bench.service.http.put(
        `${api}/standards`,
        { title: { zh: '儿童三轮车', en: 'Tricycles' }, mandatory: false, ...body },
        { as },
      );
    await put({ number: 'GB/T 14747-2025', inForceFrom: '2026-11-01' });
    const first = aTask();
    await bench.open(first);
    expect(await bench.factsOf(first)).toEqual(['job.offered.v1']);
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
    await bench.open(second);
    expect(await bench.factsOf(second)).toEqual(['job.unroutable.v1']);
    expect((await put({ number: 'GB/T 14747' })).status).toBe(422);
  });

  it('use a changed policy from its next version on', async () => {
    const as = actor('administrator', { areas: ['330000'] });
    const { body: policy } = await bench.service.http.get<{ version: number; weights: object }>(
      `${api}/routing-policy`,
      {
        as,
      },
    );
    const changed = {
      weights: { distance: 1000 },
      requiredRatio: '4',
      backlogWeeks: 2,
      leadDays: 5,
      neutral: 0.5,
      reason: '就近',
    };
    const put = (version: number, value: object = changed) =>
      bench.service.http.put<{ version: number }>(`${api}/routing-policy`, value, {
        as,
        headers: { 'if-match': `"${version}"` },
      });
    expect((await put(policy.version, { ...changed, weights: { nearness: 1000 } })).status).toBe(422);
    expect((await put(policy.version)).body.version).toBe(policy.version + 1);
    expect((await put(policy.version)).status).toBe(412);
    const { task } = await bench.offered();
    const [{ version }] = (await bench.query(
      `select (record->>'policy')::int as version from decision where task_id = $1`,
      [task.taskId],
    )) as [{ version: number }];
    expect(version).toBe(policy.version + 1);
  });
});
