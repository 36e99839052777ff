import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binary, nativeFolder } from './postgres-binaries';
import { clusterHome, reachableNative, serverUser } from './postgres-user';
import type { SystemUser } from './postgres-user';
import { lastLines } from './server-process';

export const SUPERUSER = 'qi';
const MAJOR = '18';
const NATIVE_VERSION = '18.4.0-beta.17';

/** A PostgreSQL cluster on disk, ready to be started. */
export interface Cluster {
  pgdata: string;
  native: string;
  password: string;
  user: SystemUser | undefined;
}

/**
 * Finds the cluster in `dataDir` or makes it. It is made under another name and renamed when complete, so an interrupted
 * initdb leaves nothing that looks like a database; a `pgdata` without the mark is kept aside, never deleted.
 */
export function openCluster(dataDir: string, durable: boolean, log: (line: string) => void): Cluster {
  mkdirSync(dataDir, { recursive: true });
  const root = serverUser();
  const home = clusterHome(dataDir, root);
  if (home !== dataDir) log(`${dataDir} is closed to user ${root?.name ?? ''}: the database lies in ${home}`);
  const pgdata = join(home, 'pgdata');
  const user = root && ownerOf(pgdata, root);
  const native = reachableNative(nativeFolder(), user, NATIVE_VERSION);
  const cluster = { pgdata, native, user };
  if (!existsSync(markOf(pgdata))) create(cluster, durable, log);
  return { ...cluster, password: readOwn(pgdata) };
}

function markOf(pgdata: string): string {
  return join(pgdata, '.complete');
}

/** The mark of a complete cluster holds the superuser's password. */
function readOwn(pgdata: string): string {
  const version = readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new Error(`${pgdata} holds a PostgreSQL ${version} database, this is PostgreSQL ${MAJOR}: move it away`);
  }
  return readFileSync(markOf(pgdata), 'utf8').trim();
}

/** Root runs an existing cluster as whoever owns it: it may have been made by an ordinary user. */
function ownerOf(pgdata: string, otherwise: SystemUser): SystemUser {
  const stat = statSync(pgdata, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { name: String(stat.uid), uid: stat.uid, gid: stat.gid } : otherwise;
}

function create(cluster: Omit<Cluster, 'password'>, durable: boolean, log: (line: string) => void): void {
  const { pgdata, user } = cluster;
  if (existsSync(pgdata)) {
    const aside = `${pgdata}.incomplete-${Date.now()}`;
    renameSync(pgdata, aside);
    log(`${pgdata} is incomplete: kept as ${aside}, a new one is made`);
  }
  const draft = `${pgdata}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (user) chownSync(draft, user.uid, user.gid);
  log('creating a PostgreSQL database');
  initialise({ ...cluster, pgdata: draft }, durable);
  renameSync(draft, pgdata);
}

function initialise({ pgdata, native, user }: Omit<Cluster, 'password'>, durable: boolean): void {
  const password = randomBytes(24).toString('base64url');
  const mark = markOf(pgdata);
  const passwordFile = `${pgdata}.password`;
  writeOwn(passwordFile, password, user);
  const result = spawnSync(
    binary(native, 'initdb'),
    [
      ...['-D', pgdata, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      // The password is 192 random bits: there is no dictionary to slow down, and every connection would pay for it.
      ...['--set', 'scram_iterations=1'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { encoding: 'utf8', env: serverEnvironment(), cwd: pgdata, ...ids(user) },
  );
  rmSync(passwordFile);
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? lastLines(result.stderr)}`);
  }
  writeOwn(mark, password, user);
}

function writeOwn(file: string, text: string, user: SystemUser | undefined): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
}

export function ids(user: SystemUser | undefined): { uid: number; gid: number } | undefined {
  return user && { uid: user.uid, gid: user.gid };
}

/** The caller's environment without PG* variables, which would change the server, and in a language logs are read in. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
