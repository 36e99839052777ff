import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { lockFolder } from './folder-lock';
import { isPortFree, onPort, PortInUseError } from './free-port';
import { ids, openCluster, serverEnvironment, SUPERUSER } from './postgres-cluster';
import type { Cluster } from './postgres-cluster';
import { binary } from './postgres-binaries';
import { endOrphan } from './orphan';
import { lastLines, startServerProcess } from './server-process';
import type { ServerProcess } from './server-process';

export interface PostgresOptions {
  /** Folder for the database, its lock and `postgres.log`. Made when absent. */
  dataDir: string;
  /** A free one unless given. */
  port?: number | undefined;
  /** False (default) trades safety against a crash of the machine for speed: for tests. A kill -9 of the server is safe either way. */
  durable?: boolean | undefined;
  /** Hears progress lines; the server's own output goes to `postgres.log`. */
  log?: ((line: string) => void) | undefined;
  /** PostgreSQL parameters, e.g. `{ max_connections: '300' }`. */
  settings?: Record<string, string> | undefined;
}

export interface RunningPostgres {
  /** Superuser's URL to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  databaseUrl(name: string): string;
  /** Makes a database, as a copy of `template` when given, and returns its URL. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Drops it, ending its connections; no error when it does not exist. */
  dropDatabase(name: string): Promise<void>;
  /** Sends a signal to the server and resolves once it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it if it runs and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends it in at most about ten seconds; may be called again. */
  stop(): Promise<void>;
}

const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  // No Unix sockets: their path may be 107 bytes long at most, a project's folder can be longer.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  log_checkpoints: 'off',
};
/** Crash recovery of a large database takes its time; a server that has died is noticed at once. */
const READY_WITHIN_MS = 120_000;

/** Starts PostgreSQL 18 on 127.0.0.1 as a child process that does not outlive this one. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const lock = lockFolder(join(dataDir, 'postgres.lock'));
  try {
    const cluster = openCluster(dataDir, options.durable ?? false, options.log ?? (() => undefined));
    await clearOldServer(cluster.pgdata);
    const boot = (port: number): Promise<ServerProcess> => bootServer(cluster, dataDir, port, options);
    const { port, server } = await onPort(options.port, async (free) => ({ port: free, server: await boot(free) }));
    options.log?.(`PostgreSQL is ready on 127.0.0.1:${port}`);
    return running(cluster, { port, server, boot: () => boot(port), release: () => lock.release() });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Booted {
  port: number;
  server: ServerProcess;
  boot: () => Promise<ServerProcess>;
  release: () => void;
}

function running(cluster: Cluster, booted: Booted): RunningPostgres {
  const { port, boot, release } = booted;
  let { server } = booted;
  const databaseUrl = (name: string): string => urlOf(cluster, port, name);
  const url = databaseUrl('postgres');
  return {
    url,
    port,
    get pid() {
      return server.pid;
    },
    databaseUrl,
    createDatabase: async (name, template) => {
      const from = template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(template)}`;
      await runSql(url, `CREATE DATABASE ${escapeIdentifier(name)}${from}`);
      return databaseUrl(name);
    },
    dropDatabase: (name) => runSql(url, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
    kill: (signal) => server.kill(signal),
    restart: async () => {
      await server.stop();
      await clearOldServer(cluster.pgdata);
      server = await boot();
    },
    stop: async () => {
      await server.stop();
      release();
    },
  };
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function bootServer(
  cluster: Cluster,
  dataDir: string,
  port: number,
  options: PostgresOptions,
): Promise<ServerProcess> {
  const settings = { ...DEFAULTS, ...(options.durable ? {} : NOT_DURABLE), ...options.settings };
  if (!(await isPortFree(port))) throw new PortInUseError(port, 'PostgreSQL');
  const server = await startServerProcess({
    name: 'PostgreSQL',
    file: binary(cluster.native, 'postgres'),
    args: [
      ...['-D', cluster.pgdata, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: serverEnvironment(),
    cwd: cluster.pgdata,
    logFile: join(dataDir, 'postgres.log'),
    // Fast shutdown: ends connections and writes a checkpoint (PostgreSQL manual, "Shutting Down the Server").
    stopSignal: 'SIGINT',
    user: ids(cluster.user),
  });
  await untilReady(server, urlOf(cluster, port, 'postgres'), port);
  return server;
}

async function untilReady(server: ServerProcess, url: string, port: number): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const failure = await runSql(url, 'SELECT 1').then(
      () => undefined,
      (error: unknown) => error,
    );
    // Checked after the query: an answer on this port may come from another server while ours ended for lack of it.
    if (server.exit() !== undefined) throw whyItEnded(server, port);
    if (failure === undefined) return;
    if (Date.now() > deadline) {
      await server.kill('SIGKILL');
      throw new Error(`PostgreSQL did not get ready in ${READY_WITHIN_MS / 1000} s: ${lastLines(server.output())}`, {
        cause: failure,
      });
    }
    await sleep(20);
  }
}

function whyItEnded(server: ServerProcess, port: number): Error {
  const output = server.output();
  if (/could not bind|Address already in use/.test(output)) return new PortInUseError(port, 'PostgreSQL');
  return new Error(`PostgreSQL ended (${server.exit() ?? ''}) while starting:\n${lastLines(output)}`);
}

/**
 * The lock is ours, so a server still in this folder lost its parent: it is ended. A pid file that names something else
 * (the number was used again) would make PostgreSQL refuse to start: it is removed.
 */
async function clearOldServer(pgdata: string): Promise<void> {
  const file = join(pgdata, 'postmaster.pid');
  if (!existsSync(file)) return;
  const ended = await endOrphan(Number.parseInt(readFileSync(file, 'utf8'), 10), pgdata, 'SIGINT');
  if (!ended) rmSync(file, { force: true });
}
