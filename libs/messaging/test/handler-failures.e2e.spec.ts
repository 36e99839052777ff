import { DomainError } from '@qi/kernel';
import { compare, countOf, factOf, newKeys, Recorder, write } from './ledger';
import { onServers } from './stage';
import { until } from './servers';

const stage = onServers();

async function writeMany(
  writer: Parameters<typeof write>[0],
  outbox: Parameters<typeof write>[1],
  key: string,
  n: number,
) {
  for (let i = 0; i < n; i += 1) await write(writer, outbox, key);
}

test('a handler that throws once: its fact is applied in the end, once and in order', async () => {
  const on = stage();
  let thrown = 0;
  const recorder = new Recorder(({ data }) => {
    if (data.reason === '3' && thrown++ === 0) throw new Error('only this once');
  });
  const reader = await on.service('institutions', [recorder]);
  const writer = await on.service('service-requests');
  const [key = ''] = newKeys(1);
  await writeMany(writer.dataSource, writer.messaging.outbox, key, 6);
  await until('all effects', async () => (await countOf(reader.dataSource, 'effect')) >= 6);
  expect(thrown).toBeGreaterThan(0);
  expect(await compare(writer.dataSource, reader.dataSource)).toEqual({
    written: 6,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
  });
  expect(await countOf(reader.dataSource, 'dead_letter')).toBe(0);
});

test('a handler that always throws: the fact is put aside after five attempts and the later ones of its key go on', async () => {
  const on = stage();
  let calls = 0;
  let mended = false;
  const recorder = new Recorder(({ data }) => {
    if (data.reason !== '3' || mended) return;
    calls += 1;
    throw new Error('always');
  });
  const reader = await on.service('institutions', [recorder]);
  const writer = await on.service('service-requests');
  const [key = ''] = newKeys(1);
  await writeMany(writer.dataSource, writer.messaging.outbox, key, 6);
  await until('the later effects', async () => (await countOf(reader.dataSource, 'effect')) >= 5);
  const effects = await reader.dataSource.query('select n from effect order by at');
  expect(effects.map(({ n }: { n: number }) => n)).toEqual([1, 2, 4, 5, 6]);
  expect(calls).toBeGreaterThanOrEqual(5);

  const { deadLetters } = reader.messaging;
  const { items } = await deadLetters.list({ status: 'pending' });
  expect(items).toMatchObject([{ type: 'task.cancelled.v1', key, error: 'Error: always' }]);
  const id = items[0]?.id ?? '';
  await expect(deadLetters.replay(id, 'operator-1')).rejects.toMatchObject({ code: 'dead-letter/still-failing' });
  mended = true;
  expect(await deadLetters.replay(id, 'operator-1')).toMatchObject({ status: 'replayed', decidedBy: 'operator-1' });
  await expect(deadLetters.replay(id, 'operator-1')).rejects.toMatchObject({ code: 'dead-letter/already-decided' });
  await expect(deadLetters.drop(id, 'operator-1', 'no')).rejects.toMatchObject({ code: 'dead-letter/already-decided' });
  expect(await countOf(reader.dataSource, 'effect')).toBe(6);
});

test('a rule refuses a fact: it is put aside at once, with the rule’s code, and can be dropped with a reason', async () => {
  const on = stage();
  let calls = 0;
  const recorder = new Recorder(({ data }) => {
    if (data.reason !== '2') return;
    calls += 1;
    throw new DomainError('job/not-offered', 'conflict', { zh: '不对', en: 'wrong' });
  });
  const reader = await on.service('institutions', [recorder]);
  const writer = await on.service('service-requests');
  const [key = ''] = newKeys(1);
  await writer.dataSource.transaction((tx) =>
    writer.messaging.outbox.add(tx, [factOf(key, 1), factOf(key, 2), factOf(key, 3)]),
  );
  await until('the good ones', async () => (await countOf(reader.dataSource, 'effect')) >= 2);
  expect(calls).toBeLessThanOrEqual(2);
  const { items } = await reader.messaging.deadLetters.list();
  expect(items).toMatchObject([{ error: 'DomainError: job/not-offered: wrong', status: 'pending' }]);
  const id = items[0]?.id ?? '';
  const { deadLetters } = reader.messaging;
  await expect(deadLetters.drop(id, 'operator-1', '  ')).rejects.toMatchObject({ code: 'dead-letter/reason-missing' });
  await deadLetters.drop(id, 'operator-1', 'sent by mistake');
  expect(await deadLetters.get(id)).toMatchObject({
    status: 'dropped',
    reason: 'sent by mistake',
    decidedBy: 'operator-1',
  });
  await expect(deadLetters.get('nonsense')).rejects.toMatchObject({ code: 'dead-letter/not-found' });
});
