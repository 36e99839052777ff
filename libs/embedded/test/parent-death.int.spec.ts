import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, startServers } from '../src/index';
import { isRunning } from '../src/process-identity';
import { startParent, until, watchdogsOf } from './parent';

/** Servers start slowly on a machine that is busy with other tests. */
jest.setTimeout(180_000);

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'qi-parent-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('parent killed with -9 › its PostgreSQL and Kafka go too, and the next start takes the folder over', async () => {
  const parent = await startParent({ dir, what: 'servers' });
  expect(parent.pids.map(isRunning)).toEqual([true, true]);

  parent.child.kill('SIGKILL');
  await parent.ended;
  await until(() => !parent.pids.some(isRunning));

  const servers = await startServers({ dir });
  await servers.destroy();
});

it('parent killed with -9 › a start at once waits for the old server to go', async () => {
  const parent = await startParent({ dir });
  parent.child.kill('SIGKILL');
  await parent.ended;

  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  expect(isRunning(parent.pids[0] ?? 0)).toBe(false);
  await postgres.destroy();
});

it('parent that stops its servers › ends by itself: nothing holds its event loop', async () => {
  const parent = await startParent({ dir, what: 'servers', then: 'stop' });
  await expect(parent.ended).resolves.toBe(0);
  expect(parent.pids.some(isRunning)).toBe(false);
});

it('parent that forgets to stop › ends by itself and takes its servers along', async () => {
  const parent = await startParent({ dir, then: 'leave' });
  await expect(parent.ended).resolves.toBe(0);
  await until(() => !parent.pids.some(isRunning));
});

it('watchdog killed › another takes its place, with the servers that run already', async () => {
  const parent = await startParent({ dir });
  const parentPid = parent.child.pid ?? 0;
  const [first = 0] = watchdogsOf(parentPid);
  process.kill(first, 'SIGKILL');
  await until(() => watchdogsOf(parentPid).some((pid) => pid !== first));

  parent.child.kill('SIGKILL');
  await parent.ended;
  await until(() => !parent.pids.some(isRunning));
});
