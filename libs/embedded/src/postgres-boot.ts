import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isPortFree, PortInUseError } from './free-port';
import { endOrphan } from './orphan';
import { binary } from './postgres-binaries';
import { serverEnvironment, SUPERUSER } from './postgres-cluster';
import type { PostgresCluster } from './postgres-cluster';
import { ids } from './postgres-user';
import { isRunning } from './process-identity';
import { lastLines, startServerProcess } from './server-process';
import type { ServerProcess } from './server-process';

/** Crash recovery of a large database takes its time; a server that has died is noticed at once. */
const READY_WITHIN_MS = 120_000;
/** Backends of a server killed with -9 end by themselves, those in the midst of a statement not at once. */
const BACKENDS_GONE_WITHIN_MS = 10_000;

export interface Boot {
  cluster: PostgresCluster;
  logFile: string;
  port: number;
  settings: Record<string, string>;
}

export function urlOf(cluster: PostgresCluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

export async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // A server that is killed under the connection is told by the failing query, not by a crash of this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Starts the server and waits until it answers. Throws PortInUseError when the port is taken. */
export async function bootPostgres(boot: Boot): Promise<ServerProcess> {
  const { cluster, port } = boot;
  await clearOldServer(cluster.pgdata);
  if (!(await isPortFree(port))) throw new PortInUseError(port, 'PostgreSQL');
  const deadline = Date.now() + BACKENDS_GONE_WITHIN_MS;
  for (;;) {
    const server = await launch(boot);
    const failure = await untilReady(server, urlOf(cluster, port, 'postgres'));
    if (failure === undefined) return server;
    const output = server.output();
    if (/could not bind|Address already in use/.test(output)) throw new PortInUseError(port, 'PostgreSQL');
    if (!output.includes('shared memory block') || Date.now() > deadline) {
      throw new Error(`PostgreSQL could not be started, it ended with ${failure}:\n${lastLines(output)}`);
    }
    await sleep(100);
  }
}

function launch({ cluster, logFile, port, settings }: Boot): Promise<ServerProcess> {
  const { pgdata, native, user } = cluster;
  return startServerProcess({
    name: 'PostgreSQL',
    file: binary(native, 'postgres'),
    args: [
      ...['-D', pgdata, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: serverEnvironment(),
    cwd: pgdata,
    logFile,
    // Fast shutdown: ends connections and writes a checkpoint (PostgreSQL manual, "Shutting Down the Server").
    stopSignal: 'SIGINT',
    user: ids(user),
    send: process.platform === 'win32' ? (signal) => windowsSignal(cluster, signal) : undefined,
  });
}

/** Windows has no signals: pg_ctl speaks to the server by a pipe instead. */
function windowsSignal({ native, pgdata }: PostgresCluster, signal: NodeJS.Signals): void {
  const mode = signal === 'SIGKILL' ? 'immediate' : 'fast';
  spawnSync(binary(native, 'pg_ctl'), ['stop', '-D', pgdata, '-m', mode, '-W'], { windowsHide: true });
}

/** Undefined once it answers, or how it ended. */
async function untilReady(server: ServerProcess, url: string): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answered = await runSql(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
    // Looked at after the query: what answers on this port may be another server, while ours ended for lack of it.
    if (server.exit() !== undefined) return server.exit();
    if (answered) return undefined;
    if (Date.now() > deadline) {
      await server.kill('SIGKILL');
      return `no answer in ${READY_WITHIN_MS / 1000} s`;
    }
    await sleep(20);
  }
}

/**
 * The folder's lock is ours, so a server that still runs in it lost its parent: it is ended. When the number in the pid
 * file belongs to another process by now, PostgreSQL would refuse to start; it passes over its own parent's number, so
 * that is written there. The file itself stays: it names the shared memory by which PostgreSQL finds backends of the
 * killed server that still run, and two servers on one database would destroy it.
 */
async function clearOldServer(pgdata: string): Promise<void> {
  const file = join(pgdata, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, ...rest] = readFileSync(file, 'utf8').split('\n');
  const ended = await endOrphan(Number(pid), pgdata, 'SIGINT');
  if (!ended && isRunning(Number(pid))) writeFileSync(file, [process.pid, ...rest].join('\n'));
}
