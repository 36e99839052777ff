import { countOf, factOf, newKeys, Recorder } from './ledger';
import { messageOf, RawLog } from './raw-log';
import { onServers } from './stage';
import type { Stage } from './stage';
import { until } from './servers';

const stage = onServers();

function tasksOf(on: Stage): RawLog {
  return new RawLog(on.servers.kafka.brokers, `${on.prefix}qi.service-requests.task`);
}

async function numbers(reader: { dataSource: { query(sql: string): Promise<{ n: number }[]> } }): Promise<number[]> {
  return (await reader.dataSource.query('select n from effect order by at')).map(({ n }) => n);
}

test('a message delivered twice has one effect, in one chunk and in different ones', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const [key = ''] = newKeys(1);
  const log = tasksOf(on);
  const [one, two, three] = [1, 2, 3].map((n) => messageOf(factOf(key, n), key));
  if (!one || !two || !three) throw new Error('three messages');
  await log.send([one, one, two]);
  await until('first effects', async () => (await countOf(reader.dataSource, 'effect')) >= 2);
  await log.send([two, one, three]);
  await until('last effect', async () => (await numbers(reader)).includes(3));
  expect(await numbers(reader)).toEqual([1, 2, 3]);
  expect(await countOf(reader.dataSource, 'dead_letter')).toBe(0);
});

test('poison between good messages of one key: the good ones go on in order, the poison is kept as it came', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const [key = ''] = newKeys(1);
  const good = (n: number) => messageOf(factOf(key, n), key);
  const broken = { ...factOf(key, 9), data: { taskId: 'not an id' } };
  await tasksOf(on).send([
    good(1),
    messageOf(factOf(key, 9), key, { value: '{"half": ' }),
    good(2),
    messageOf(factOf(key, 9), key, { headers: { ce_id: 'seventeen' } }),
    messageOf(broken, key),
    good(3),
    { key, value: Buffer.from([0xff, 0x00, 0xfe]) },
    { key, value: null },
    messageOf(factOf(key, 9), key, { headers: { ce_specversion: '0.3' } }),
    good(4),
  ]);
  await until('the good ones', async () => (await countOf(reader.dataSource, 'effect')) >= 4);
  expect(await numbers(reader)).toEqual([1, 2, 3, 4]);
  const { items } = await reader.messaging.deadLetters.list();
  const errors = items.map(({ error }) => error.replace(/:? at position.*|^UnreadableMessage: /g, ''));
  expect(errors.map((error) => error.split(/[:,] /)[0]).sort()).toEqual([
    'breaks the contract of task.cancelled.v1',
    'ce_id is not a UUID',
    'ce_specversion is not 1.0',
    'header ce_specversion is missing',
    'header ce_specversion is missing',
    'the value is not JSON',
  ]);
  const half = items.find(({ error }) => error.includes('not JSON'));
  expect(await reader.messaging.deadLetters.get(half?.id ?? '')).toMatchObject({ payload: '{"half": ', key });
});

test('a type that nobody handles is passed over, and what follows it is applied', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const [key = ''] = newKeys(1);
  await tasksOf(on).send([
    messageOf(factOf(key, 1), key),
    messageOf({ type: 'task.teleported.v7', data: { anything: true } }, key),
    messageOf(factOf(key, 2), key),
  ]);
  await until('both', async () => (await countOf(reader.dataSource, 'effect')) >= 2);
  expect(await numbers(reader)).toEqual([1, 2]);
  expect(await countOf(reader.dataSource, 'dead_letter')).toBe(0);
});
