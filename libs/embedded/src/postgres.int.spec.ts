import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres';

it('t', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'qi-pg-'));
  let t = Date.now();
  const pg = await startPostgres({ dataDir: join(dir, 'pg'), log: console.log });
  console.log('start', Date.now() - t, pg.url);
  t = Date.now();
  await pg.createDatabase('a');
  console.log('createdb', Date.now() - t);
  t = Date.now();
  await pg.kill('SIGKILL');
  await pg.restart();
  console.log('kill+restart', Date.now() - t);
  t = Date.now();
  await pg.stop();
  await pg.stop();
  console.log('stop', Date.now() - t);
  rmSync(dir, { recursive: true });
});
