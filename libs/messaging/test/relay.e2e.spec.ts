import { Client } from 'pg';
import { countOf, newKeys, Recorder, write } from './ledger';
import { onServers } from './stage';
import { until } from './servers';

const stage = onServers();

test('a replica that stands by tells the one that ships, outside of its transactions and once; and takes over from it', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const shipping = await on.service('service-requests');
  await until('the lock', async () => shipping.messaging.relay.isLeading());
  const standby = await on.service('service-requests');
  const ear = new Client({ connectionString: standby.url });
  await ear.connect();
  let heard = 0;
  ear.on('notification', () => (heard += 1));
  await ear.query('listen qi_outbox');

  const { dataSource, messaging } = standby;
  const keys = newKeys(10);
  for (const key of keys) {
    const before = heard;
    await Promise.all([write(dataSource, messaging.outbox, key), write(dataSource, messaging.outbox, key)]);
    await until('a notification', async () => heard > before);
    await until('an empty outbox', async () => (await countOf(dataSource, 'outbox')) === 0);
  }
  expect(heard).toBeLessThanOrEqual(2 * keys.length);
  expect(messaging.relay.isLeading()).toBe(false);

  await shipping.stop();
  await write(dataSource, messaging.outbox, keys[0] ?? '');
  await until('all effects', async () => (await countOf(reader.dataSource, 'effect')) >= 21);
  expect(messaging.relay.isLeading()).toBe(true);
  await ear.end();
});
