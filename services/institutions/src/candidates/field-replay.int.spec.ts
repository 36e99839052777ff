import { newId } from '@qi/kernel';
import { Decider, RoutingKnowledge, defaultPolicy, routingDemandOf, textOf } from '@qi/provider';
import type { TaskOpened } from '@qi/provider';
import { aTaskOpened, aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import type { EntityManager } from 'typeorm';
import { administrator, admitted, api, institutions } from '../../test/institutions';
import { migrations } from '../data-source';
import { FieldReplay } from './field-replay.queries';
import type { PastRecord } from './field-replay.queries';
import type { RegisterDecider } from './register.decider';
import { RegisterQueries } from './register.queries';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });

const get = <T>(type: abstract new (...args: never[]) => T) => service.app.get<T>(type, { strict: false });
const post = <T>(path: string, body: object) => service.http.post<T>(`${api}${path}`, body, { as: administrator });

async function decide(tx: EntityManager, tasks: readonly TaskOpened[]): Promise<PastRecord[]> {
  const references = tasks.flatMap(({ demand }) => demand.tests.map(({ methodStandard }) => methodStandard));
  const { policy, near } = await get(RoutingKnowledge).read(tx, references);
  const asked = tasks.map((task) => {
    return { task, demand: routingDemandOf(task, []), asOf: '2026-11-23', standards: near(references), policy };
  });
  const kept = await get(Decider).decide(tx, asked);
  return kept.map((one) => ({
    id: newId(),
    record: JSON.parse(JSON.stringify(textOf(one, 1))) as PastRecord['record'],
  }));
}

const busier = (tx: EntityManager, id: string, jobs: number) =>
  tx.query(
    `insert into provider_load as load (provider_id, open_jobs) values ($1, $2)
     on conflict (provider_id) do update set open_jobs = load.open_jobs + $2, changed_by = default`,
    [id, jobs],
  );

describe('a past decision, decided again over the whole field', () => {
  it('is the same, whatever has become of register, loads and names since; what was tampered with shows', async () => {
    const { manager } = service.dataSource;
    const labs: string[] = [];
    for (const lines of [['稳定性'], ['稳定性', '锐边'], ['锐边'], ...Array.from({ length: 12 }, () => ['稳定性'])])
      labs.push(
        (
          await admitted(
            service,
            aUscc(),
            lines.map((parameter) => ({ parameter })),
          )
        ).id,
      );
    const { body: synonym } = await post<{ id: string }>('/synonyms', {
      ...{ kind: 'object', name: '三轮童车', other: '儿童三轮车', relation: 'same', source: 'GB/T 14747-2025' },
    });
    const aTask = (changes: object = {}) => {
      const task = aTaskOpened();
      return { ...task, demand: { ...task.demand, object: '三轮童车', ...changes } };
    };
    const first = aTask();
    const records = await service.dataSource.transaction(async (tx) => {
      await busier(tx, labs[0] ?? '', 7);
      return decide(tx, [first, { ...aTask(), requestId: first.requestId }, aTask({ object: '无人检测之物' })]);
    });
    await busier(manager, labs[1] ?? '', 30);
    records.push(...(await decide(manager, [aTask()])));
    await post(`/institutions/${labs[3]}/suspend`, { reason: '整改' });
    await post(`/synonyms/${synonym.id}/end`, {});
    await busier(manager, labs[0] ?? '', 9);
    await admitted(service, aUscc(), [{ parameter: '稳定性' }, { parameter: '未曾见过' }]);
    records.push(...(await decide(manager, [aTask({ object: '儿童三轮车' })])));
    const again = () =>
      new FieldReplay(get(RegisterQueries), get(Decider) as RegisterDecider).replay(
        manager,
        records,
        () => defaultPolicy,
      );
    expect(await again()).toEqual(records.map(({ id }) => ({ id, known: true, same: true })));

    await manager.query('update past_load set open_jobs = 500 where provider_id = $1', [labs[1]]);
    const tampered = await again();
    expect(tampered.map(({ same }) => same)).toEqual([true, true, true, false, false]);
    expect(tampered[3]?.difference?.pointer).toBe('/passed');
  });

  it('of a record that says nothing of the field, nothing is said', async () => {
    const [record] = await decide(service.dataSource.manager, [aTaskOpened()]);
    if (!record) throw new Error('nothing was decided');
    const replay = new FieldReplay(get(RegisterQueries), get(Decider) as RegisterDecider);
    // Its values are told by their places: the demand, the day, then the epoch.
    const [shape, ...values] = record.record.values as [unknown[], ...unknown[]];
    const older = { ...record, record: { ...record.record, values: [shape.with(2, 'era'), ...values] } } as PastRecord;
    expect(await replay.replay(service.dataSource.manager, [older], () => defaultPolicy)).toEqual([
      { id: record.id, known: false, same: true },
    ]);
  });
});
