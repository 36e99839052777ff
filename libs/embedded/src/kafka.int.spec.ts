import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startParent, until, watchdogsOf } from '../test/parent';
import { tempDir } from '../test/temp-dir';
import { freePort, PortInUseError } from './free-port';
import { startKafka } from './kafka';
import type { RunningKafka } from './kafka';
import { liveBrokers } from './kafka-probe';
import { isRunning } from './process-identity';
import { startServers } from './servers';

/** Servers start slowly on a machine that is busy with other tests. */
jest.setTimeout(180_000);

let dir: string;
let dataDir: string;
let kafka: RunningKafka | undefined;

beforeEach(() => {
  dir = tempDir();
  dataDir = join(dir, 'kafka');
});

afterEach(async () => {
  await kafka?.destroy();
  kafka = undefined;
  rmSync(dir, { recursive: true, force: true });
});

function live(port: number): Promise<number[]> {
  return liveBrokers(port, 500).catch(() => []);
}

it('one broker › ready when its start resolves, gone when its stop does, the same cluster next time', async () => {
  kafka = await startKafka({ dataDir });
  const [node] = kafka.nodes;
  expect(kafka.brokers).toEqual([`127.0.0.1:${node?.port}`]);
  expect(await live(node?.port ?? 0)).toEqual([1]);
  const meta = readFileSync(join(dataDir, 'node-1', 'data', 'meta.properties'), 'utf8');

  await kafka.stop();
  await kafka.stop();
  expect(isRunning(node?.pid ?? 0)).toBe(false);

  kafka = await startKafka({ dataDir });
  expect(readFileSync(join(dataDir, 'node-1', 'data', 'meta.properties'), 'utf8')).toBe(meta);
});

it('broker killed with -9 › starts again on its port', async () => {
  kafka = await startKafka({ dataDir });
  const [node] = kafka.nodes;
  const { pid = 0, port = 0 } = node ?? {};
  await node?.kill('SIGKILL');
  expect(isRunning(pid)).toBe(false);
  await node?.start();
  expect(node?.pid).not.toBe(pid);
  expect(await live(port)).toEqual([1]);
});

it('three brokers › a frozen one and a killed one are fenced, and counted in again', async () => {
  kafka = await startKafka({ dataDir, brokers: 3 });
  const [first, second, third] = kafka.nodes;
  const ids = async (): Promise<string> => (await live(first?.port ?? 0)).sort().join();
  expect(await ids()).toBe('1,2,3');

  second?.freeze();
  await until(async () => (await ids()) === '1,3');
  second?.thaw();
  await until(async () => (await ids()) === '1,2,3');

  await third?.kill('SIGKILL');
  await until(async () => (await ids()) === '1,2');
  await third?.start();
  await until(async () => (await ids()) === '1,2,3');
});

it('fixed port in use › an error that names the port', async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const start = startKafka({ dataDir, port });
  await expect(start).rejects.toThrow(PortInUseError);
  await expect(start).rejects.toThrow(String(port));
  other.close();
});

it('second start in the same folder › refused with the pid of the first', async () => {
  kafka = await startKafka({ dataDir });
  await expect(startKafka({ dataDir })).rejects.toThrow(`process ${process.pid}`);
});

it('format interrupted › its remains are swept; storage never formatted is kept aside', async () => {
  const node = join(dataDir, 'node-1');
  mkdirSync(join(node, 'data.partial-1'), { recursive: true });
  mkdirSync(join(node, 'data'));
  writeFileSync(join(node, 'data', 'something'), '');
  kafka = await startKafka({ dataDir });
  const names = readdirSync(node).join();
  expect(names).toContain('data.incomplete-');
  expect(names).not.toContain('partial');
});

it('storage of another cluster › refused by name and left alone', async () => {
  kafka = await startKafka({ dataDir });
  await kafka.stop();
  const file = join(dataDir, 'cluster.json');
  const { clusterId } = JSON.parse(readFileSync(file, 'utf8')) as { clusterId: string };
  writeFileSync(file, JSON.stringify({ clusterId: 'another', brokers: 1 }));
  await expect(startKafka({ dataDir })).rejects.toThrow(`belongs to the Kafka cluster ${clusterId}, not to another`);

  rmSync(file);
  kafka = await startKafka({ dataDir });
  expect(readFileSync(file, 'utf8')).toContain(clusterId);
});

it('another number of brokers than the folder was made for › refused', async () => {
  kafka = await startKafka({ dataDir });
  await kafka.stop();
  await expect(startKafka({ dataDir, brokers: 3 })).rejects.toThrow('of 1 broker(s), not 3');
});

it('broker that cannot start › the error tells what it wrote', async () => {
  const start = startKafka({ dataDir, settings: { 'num.io.threads': '-1' } });
  await expect(start).rejects.toThrow(/num\.io\.threads/);
  kafka = await startKafka({ dataDir });
});

it('broker orphaned together with its watchdog › ended by the next start in its folder', async () => {
  const parent = await startParent({ dir, what: 'servers' });
  const [, brokerPid = 0] = parent.pids;
  const watchdogs = watchdogsOf(parent.child.pid ?? 0);
  for (const pid of watchdogs) process.kill(pid, 'SIGSTOP');
  parent.child.kill('SIGKILL');
  await parent.ended;
  expect(isRunning(brokerPid)).toBe(true);
  for (const pid of watchdogs) process.kill(pid, 'SIGKILL');

  const servers = await startServers({ dir });
  expect(isRunning(brokerPid)).toBe(false);
  await servers.destroy();
  expect(existsSync(dataDir)).toBe(false);
});
