import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startParent } from '../test/parent';
import { query } from '../test/query';
import { tempDir } from '../test/temp-dir';
import { startPostgres } from './postgres';
import { nativeFolder } from './postgres-binaries';
import { clusterHome, reachableNative } from './postgres-places';
import { canReach, serverUser } from './postgres-user';

const NOBODY = { name: 'nobody', uid: 65534, gid: 65534 };
const root = serverUser();
const asRoot = root ? it : it.skip;
/** Another user can run these sources only where they are open to all. */
const asBoth = root && canReach(__dirname, NOBODY) ? it : it.skip;

asRoot('root › PostgreSQL runs as another user', async () => {
  const dir = tempDir();
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  expect(statSync(`/proc/${postgres.pid}`).uid).toBe(root?.uid);
  await postgres.destroy();
  rmSync(dir, { recursive: true });
});

asRoot(
  'root, folder closed to that user › the database lies outside, is found again, and goes with destroy',
  async () => {
    const closed = mkdtempSync(join(tmpdir(), 'qi-closed-'));
    const dataDir = join(closed, 'postgres');
    const lines: string[] = [];
    const first = await startPostgres({ dataDir, log: (line) => lines.push(line) });
    await first.createDatabase('kept');
    await first.stop();
    expect(lines.join('\n')).toContain(`${dataDir} is closed to the user`);

    const second = await startPostgres({ dataDir });
    expect(await query(second.databaseUrl('kept'), 'SELECT 1')).toBe(1);
    const home = clusterHome(dataDir, root);
    await second.destroy();
    expect([existsSync(home), existsSync(dataDir)]).toEqual([false, false]);
    rmSync(closed, { recursive: true });
  },
);

asRoot('root, packages closed to that user (project in a home folder) › a copy of the binaries serves', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'qi-closed-'));
  for (const part of ['bin', 'lib', 'share']) mkdirSync(join(closed, part));
  const copy = await reachableNative(closed, NOBODY, 'test-copy');
  expect(copy).not.toBe(closed);
  expect(canReach(join(copy, 'bin'), NOBODY)).toBe(true);
  rmSync(copy, { recursive: true });
  rmSync(closed, { recursive: true });
});

asRoot('binaries that are open to that user › are used where they are', async () => {
  if (!canReach(nativeFolder(), NOBODY)) return;
  await expect(reachableNative(nativeFolder(), NOBODY, 'unused')).resolves.toBe(nativeFolder());
});

asBoth('ordinary user › starts, and root may start the same folder later as that user', async () => {
  const dir = tempDir();
  chownSync(dir, NOBODY.uid, NOBODY.gid);
  const parent = await startParent({ dir, then: 'stop', user: { uid: NOBODY.uid, gid: NOBODY.gid } });
  await expect(parent.ended).resolves.toBe(0);

  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  expect(statSync(`/proc/${postgres.pid}`).uid).toBe(NOBODY.uid);
  await postgres.destroy();
  rmSync(dir, { recursive: true, force: true });
});

asBoth('ordinary user, folder made by root › told whose it is; the database stays untouched', async () => {
  const dir = tempDir();
  const dataDir = join(dir, 'postgres');
  const postgres = await startPostgres({ dataDir });
  await postgres.stop();
  const user = { uid: NOBODY.uid, gid: NOBODY.gid };
  await expect(startParent({ dir, user })).rejects.toThrow('cannot be written to');
  chmodSync(dataDir, 0o777);
  await expect(startParent({ dir, user })).rejects.toThrow('belongs to another user');
  expect(existsSync(join(dataDir, 'pgdata', '.complete'))).toBe(true);
  rmSync(dirname(dataDir), { recursive: true });
});
