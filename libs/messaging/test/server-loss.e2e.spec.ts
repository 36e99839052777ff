import { register } from 'prom-client';
import { countOf, Recorder } from './ledger';
import { Load, progress, settle, sound } from './load';
import { until } from './servers';
import { onServers } from './stage';

const stage = onServers();

async function failedSends(): Promise<number> {
  const metric = await register.getSingleMetric('qi_relay_failed_total')?.get();
  return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

test('the broker is killed with -9 mid-stream and started again: nothing lost, doubled or out of order', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const writer = await on.service('service-requests');
  const load = new Load(writer, 20, 5);
  await progress(reader, 500);
  const [broker] = on.servers.kafka.nodes;
  await broker?.kill('SIGKILL');
  await broker?.start();
  await progress(reader, 500);
  await load.stop();
  const result = await settle(writer, reader);
  expect(result).toEqual(sound(result.written));
  expect(await countOf(reader.dataSource, 'dead_letter')).toBe(0);
});

test('the broker freezes and thaws: the relay does not wait for ever, nothing lost, doubled or out of order', async () => {
  const on = stage();
  const reader = await on.service('institutions', [new Recorder()]);
  const writer = await on.service('service-requests');
  const load = new Load(writer, 20, 10);
  await progress(reader, 300);
  const [broker] = on.servers.kafka.nodes;
  broker?.freeze();
  // A send is given up while the broker may still carry it out once it thaws.
  const before = await failedSends();
  await until('a send that is given up', async () => (await failedSends()) > before, 30_000);
  broker?.thaw();
  await progress(reader, 500);
  await load.stop();
  const result = await settle(writer, reader);
  expect(result).toEqual(sound(result.written));
});

test.each(['SIGKILL', 'SIGINT'] as const)(
  'the database ends (%s) mid-stream and comes back: the same',
  async (signal) => {
    const on = stage();
    const reader = await on.service('institutions', [new Recorder()]);
    const writer = await on.service('service-requests');
    const load = new Load(writer, 20, 5);
    await progress(reader, 500);
    const { postgres } = on.servers;
    await postgres.kill(signal);
    await postgres.restart();
    await progress(reader, 500);
    await load.stop();
    const result = await settle(writer, reader);
    expect(result).toEqual(sound(result.written));
    expect(await countOf(reader.dataSource, 'dead_letter')).toBe(0);
  },
);
