import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { escapeIdentifier } from 'pg';
import { lockFolder } from './folder-lock';
import { onPort } from './free-port';
import { bootPostgres, runSql, urlOf } from './postgres-boot';
import type { Boot } from './postgres-boot';
import { openPostgresCluster } from './postgres-cluster';
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
  /** Sends a signal that ends the server (SIGKILL, SIGQUIT, SIGINT, SIGTERM) and resolves once it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it if it runs and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends it in at most about ten seconds; may be called again. */
  stop(): Promise<void>;
  /** Stops and deletes the folder with all its data. */
  destroy(): Promise<void>;
}

/**
 * Without fsync a commit is a write into the system's cache: it outlives a kill -9 of the server, not of the machine.
 * `synchronous_commit` stays on: without it the last commits would die with the server, and crash tests would blame us.
 */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' };
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  // No Unix sockets: their path may be 107 bytes long at most, a project's folder can be longer.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  log_checkpoints: 'off',
  // Data lie in memory or on a flash disk, and statements are short.
  random_page_cost: '1.1',
  jit: 'off',
};

/** Starts PostgreSQL 18 on 127.0.0.1 as a child process that does not outlive this one. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { durable = false, log = (): void => undefined } = options;
  const dataDir = resolve(options.dataDir);
  const lock = lockFolder(join(dataDir, 'postgres.lock'));
  try {
    const cluster = await openPostgresCluster(dataDir, durable, log);
    const settings = { ...DEFAULTS, ...(durable ? {} : NOT_DURABLE), ...options.settings };
    const { boot, server } = await onPort(options.port, async (port) => {
      const chosen: Boot = { cluster, logFile: join(dataDir, 'postgres.log'), port, settings };
      return { boot: chosen, server: await bootPostgres(chosen) };
    });
    log(`PostgreSQL is ready on 127.0.0.1:${boot.port}`);
    return running(boot, server, {
      release: () => lock.release(),
      remove: () => [cluster.home, dataDir].forEach((folder) => rmSync(folder, { recursive: true, force: true })),
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function running(
  boot: Boot,
  started: ServerProcess,
  folder: { release: () => void; remove: () => void },
): RunningPostgres {
  const { cluster, port } = boot;
  let server = started;
  const databaseUrl = (name: string): string => urlOf(cluster, port, name);
  const url = databaseUrl('postgres');
  const stop = async (): Promise<void> => {
    await server.stop();
    folder.release();
  };
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
      server = await bootPostgres(boot);
    },
    stop,
    destroy: async () => {
      await stop();
      folder.remove();
    },
  };
}
