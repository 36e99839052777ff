import { topicOf } from '@qi/contracts';
import { compare, countOf, newKeys, openLedger, Recorder, write } from './ledger';
import { death, ready, startWorker } from './child';
import { RawLog } from './raw-log';
import { until } from './servers';
import { onServers } from './stage';
import type { Stage } from './stage';

const stage = onServers();
const KEYS = 5;

async function workerTask(on: Stage, service: 'service-requests' | 'institutions') {
  return { url: await on.databaseOf(service), brokers: on.servers.kafka.brokers, topicPrefix: on.prefix };
}

describe('the process that writes is killed', () => {
  test('after its commit and before it sends: the next relay sends, nothing is lost', async () => {
    const on = stage();
    const reader = await on.service('institutions', [new Recorder()]);
    const child = startWorker({
      mode: 'die-before-send',
      ...(await workerTask(on, 'service-requests')),
      keys: newKeys(KEYS),
    });
    expect(await death(child)).toBe('SIGKILL');
    expect(await countOf(reader.dataSource, 'effect')).toBe(0);
    const writer = await on.service('service-requests');
    await until('effects', async () => (await countOf(reader.dataSource, 'effect')) >= KEYS);
    expect(await compare(writer.dataSource, reader.dataSource)).toMatchObject({ written: KEYS, lost: 0, doubled: 0 });
    await until('an empty outbox', async () => (await countOf(writer.dataSource, 'outbox')) === 0);
  });

  test('after it sent and before it removed the rows: they are sent again and applied once', async () => {
    const on = stage();
    const reader = await on.service('institutions', [new Recorder()]);
    const child = startWorker({
      mode: 'die-after-send',
      ...(await workerTask(on, 'service-requests')),
      keys: newKeys(KEYS),
    });
    expect(await death(child)).toBe('SIGKILL');
    const writer = await on.service('service-requests');
    await until('an empty outbox', async () => (await countOf(writer.dataSource, 'outbox')) === 0);
    const log = new RawLog(on.servers.kafka.brokers, `${on.prefix}${topicOf('service-requests', 'task')}`);
    expect(await log.readAll()).toHaveLength(2 * KEYS);
    // A last fact behind the repeated ones shows that those have been read.
    for (const key of newKeys(20)) await write(writer.dataSource, writer.messaging.outbox, key);
    await until('effects', async () => (await countOf(reader.dataSource, 'effect')) >= KEYS + 20);
    expect(await compare(writer.dataSource, reader.dataSource)).toEqual({
      written: KEYS + 20,
      lost: 0,
      doubled: 0,
      outOfOrder: 0,
    });
  });
});

describe('the process that reads is killed', () => {
  test.each(['die-before-commit', 'die-after-commit'] as const)(
    '%s: its successor ends with one effect each',
    async (mode) => {
      const on = stage();
      const writer = await on.service('service-requests');
      const child = startWorker({ mode, ...(await workerTask(on, 'institutions')) });
      await ready(child);
      for (const key of newKeys(20)) await write(writer.dataSource, writer.messaging.outbox, key);
      expect(await death(child)).toBe('SIGKILL');
      const killed = Date.now();
      const reader = await on.service('institutions', [new Recorder()]);
      await until('effects', async () => (await countOf(reader.dataSource, 'effect')) >= 20);
      // The dead member's session lasts ten seconds: it was evicted, not waited for.
      expect(Date.now() - killed).toBeLessThan(6_000);
      expect(await compare(writer.dataSource, reader.dataSource)).toEqual({
        written: 20,
        lost: 0,
        doubled: 0,
        outOfOrder: 0,
      });
    },
  );
});

test('a replica joins under load, another is killed, one leaves: every fact once and in order', async () => {
  const on = stage();
  const writer = await on.service('service-requests');
  const first = await on.service('institutions', [new Recorder()]);
  const keys = newKeys(12);
  let writing = true;
  const load = Promise.all(
    keys.map(async (key) => {
      while (writing) await write(writer.dataSource, writer.messaging.outbox, key);
    }),
  );
  const progress = async (more: number): Promise<void> => {
    const from = await countOf(first.dataSource, 'effect');
    await until(`${more} more effects`, async () => (await countOf(first.dataSource, 'effect')) >= from + more, 30_000);
  };
  await progress(200);
  const second = startWorker({ mode: 'replica', ...(await workerTask(on, 'institutions')) });
  await ready(second);
  const third = await on.service('institutions', [new Recorder()]);
  await progress(300);
  second.kill('SIGKILL');
  await progress(300);
  await third.stop();
  await progress(300);
  writing = false;
  await load;
  await until('an empty outbox', async () => (await countOf(writer.dataSource, 'outbox')) === 0);
  const total = await countOf(writer.dataSource, 'outbox_copy');
  await until('all effects', async () => (await countOf(first.dataSource, 'effect')) >= total, 30_000);
  expect(await compare(writer.dataSource, first.dataSource)).toEqual({
    written: total,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
  });
  const reopened = await openLedger(await on.databaseOf('institutions'));
  expect(await countOf(reopened, 'dead_letter')).toBe(0);
  await reopened.destroy();
});

test('a member that leaves has committed all that it dealt with', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const writer = await on.service('service-requests');
  for (const key of newKeys(30)) await write(writer.dataSource, writer.messaging.outbox, key);
  await until('effects', async () => (await countOf(reader.dataSource, 'effect')) >= 30);
  await reader.stop();
  const log = new RawLog(on.servers.kafka.brokers, `${on.prefix}${topicOf('service-requests', 'task')}`);
  expect(await log.committedBy(`${on.prefix}qi.institutions`)).toBe(30);
});
