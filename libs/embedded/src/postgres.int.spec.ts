import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '../test/parent';
import { query } from '../test/query';
import { tempDir } from '../test/temp-dir';
import { freePort, PortInUseError } from './free-port';
import { startPostgres } from './postgres';
import type { RunningPostgres } from './postgres';
import { ids, serverUser } from './postgres-user';

let dir: string;
let dataDir: string;
let pgdata: string;
let postgres: RunningPostgres | undefined;

beforeEach(() => {
  dir = tempDir();
  dataDir = join(dir, 'postgres');
  pgdata = join(dataDir, 'pgdata');
});

afterEach(async () => {
  await postgres?.destroy();
  postgres = undefined;
  rmSync(dir, { recursive: true, force: true });
});

it('start › is PostgreSQL 18 in UTF-8 that makes, copies and drops databases', async () => {
  postgres = await startPostgres({ dataDir });
  expect(await query(postgres.url, 'SHOW server_version')).toMatch(/^18\./);
  expect(await query(postgres.url, 'SHOW server_encoding')).toBe('UTF8');

  const template = await postgres.createDatabase('template_qi');
  await query(template, "CREATE TABLE firm AS SELECT '童车厂' AS name");
  const copy = await postgres.createDatabase('copy-of it', 'template_qi');
  expect(await query(copy, 'SELECT name FROM firm')).toBe('童车厂');

  await postgres.dropDatabase('copy-of it');
  await postgres.dropDatabase('copy-of it');
  await expect(query(copy, 'SELECT 1')).rejects.toThrow('does not exist');
});

it('durable › commits reach the disk; otherwise speed goes first', async () => {
  postgres = await startPostgres({ dataDir, durable: true, settings: { max_connections: '40' } });
  expect(await query(postgres.url, 'SHOW fsync')).toBe('on');
  expect(await query(postgres.url, 'SHOW max_connections')).toBe('40');
  await postgres.stop();
  postgres = await startPostgres({ dataDir });
  expect(await query(postgres.url, 'SHOW fsync')).toBe('off');
});

it('server killed with -9 in the midst of a statement › starts again on its port with what was committed', async () => {
  postgres = await startPostgres({ dataDir });
  const { url, pid } = postgres;
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS n');
  // Keeps its backend busy beyond the death of the server, which then still holds the shared memory.
  const busy = query(url, 'SELECT count(*) FROM generate_series(1, 12000000)').catch(() => undefined);
  await until(
    async () => (await query(url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%series%'")) === '2',
  );

  await postgres.kill('SIGKILL');
  await postgres.restart();
  expect(postgres.pid).not.toBe(pid);
  expect(await query(url, 'SELECT n FROM kept')).toBe(7);
  await busy;
});

it('stale pid file whose number belongs to another process by now › starts, and leaves that process alone', async () => {
  postgres = await startPostgres({ dataDir });
  await postgres.kill('SIGKILL');
  const file = join(pgdata, 'postmaster.pid');
  // Of PostgreSQL's own user: it passes over the processes of others by itself.
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...ids(serverUser()) });
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));

  await postgres.restart();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  stranger.kill();
});

it('fixed port in use › an error that names the port', async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const start = startPostgres({ dataDir, port });
  await expect(start).rejects.toThrow(PortInUseError);
  await expect(start).rejects.toThrow(String(port));
  other.close();

  postgres = await startPostgres({ dataDir, port });
  expect(postgres.port).toBe(port);
});

it('second start in the same folder › refused with the pid of the first, which goes on', async () => {
  postgres = await startPostgres({ dataDir });
  await expect(startPostgres({ dataDir })).rejects.toThrow(`process ${process.pid}`);
  expect(await query(postgres.url, 'SELECT 1')).toBe(1);
});

it('interrupted initdb › its remains are swept and the database is made anew', async () => {
  const partial = join(dataDir, 'pgdata.partial-1');
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'PG_VERSION'), '18\n');
  postgres = await startPostgres({ dataDir });
  expect(readdirSync(dataDir).filter((name) => name.includes('partial'))).toEqual([]);
});

it('data folder without the mark of completeness › kept aside, never deleted', async () => {
  mkdirSync(pgdata, { recursive: true });
  writeFileSync(join(pgdata, 'PG_VERSION'), '18\n');
  postgres = await startPostgres({ dataDir });
  expect(readdirSync(dataDir).filter((name) => name.includes('incomplete'))).toHaveLength(1);
});

it('complete data folder › is never made anew, also after stop and start', async () => {
  postgres = await startPostgres({ dataDir });
  await query(await postgres.createDatabase('kept'), 'CREATE TABLE t AS SELECT 1 AS n');
  await postgres.stop();
  await postgres.stop();
  postgres = await startPostgres({ dataDir });
  expect(await query(postgres.databaseUrl('kept'), 'SELECT n FROM t')).toBe(1);
});

it('database of another major version › refused in words', async () => {
  postgres = await startPostgres({ dataDir });
  await postgres.stop();
  writeFileSync(join(pgdata, 'PG_VERSION'), '17\n');
  await expect(startPostgres({ dataDir })).rejects.toThrow('holds a PostgreSQL 17 database');
});
