import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDraft, keepAside } from './draft';
import { binary, nativeFolder, NATIVE_VERSION } from './postgres-binaries';
import { clusterHome, reachableNative } from './postgres-places';
import { ids, serverUser } from './postgres-user';
import type { SystemUser } from './postgres-user';
import { runCommand } from './run-command';
import { lastLines } from './server-process';

export const SUPERUSER = 'qi';
const MAJOR = '18';

/** A PostgreSQL cluster on disk, ready to be started. */
export interface PostgresCluster {
  /** Holds `pgdata` and nothing else of worth: the folder asked for, or one that PostgreSQL's user can reach. */
  home: string;
  pgdata: string;
  native: string;
  password: string;
  user: SystemUser | undefined;
}

type Place = Omit<PostgresCluster, 'password'>;

/**
 * Finds the cluster in `dataDir` or makes it. It is made under another name and renamed when complete, so an interrupted
 * initdb leaves nothing that looks like a database; a `pgdata` without the mark is kept aside, never deleted.
 */
export async function openPostgresCluster(
  dataDir: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<PostgresCluster> {
  mkdirSync(dataDir, { recursive: true });
  const root = serverUser();
  const home = clusterHome(dataDir, root);
  if (home !== dataDir) log(`${dataDir} is closed to the user ${root?.name ?? ''}: the database lies in ${home}`);
  const pgdata = join(home, 'pgdata');
  const user = userOf(pgdata, root);
  const native = await reachableNative(nativeFolder(), user, NATIVE_VERSION);
  const place = { home, pgdata, native, user };
  if (!existsSync(markOf(pgdata))) await create(place, durable, log);
  return { ...place, password: readPassword(pgdata) };
}

function markOf(pgdata: string): string {
  return join(pgdata, '.complete');
}

/** The mark of a complete cluster holds the superuser's password. */
function readPassword(pgdata: string): string {
  const version = readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new Error(`${pgdata} holds a PostgreSQL ${version} database, this is PostgreSQL ${MAJOR}: move it away`);
  }
  return readFileSync(markOf(pgdata), 'utf8').trim();
}

/** Root runs a cluster as whoever owns it: an ordinary user may have made it. An ordinary user can run only an own one. */
function userOf(pgdata: string, root: SystemUser | undefined): SystemUser | undefined {
  const stat = statSync(pgdata, { throwIfNoEntry: false });
  if (root) return stat && stat.uid !== 0 ? { name: String(stat.uid), uid: stat.uid, gid: stat.gid } : root;
  if (stat && process.getuid && stat.uid !== process.getuid()) {
    throw new Error(
      `${pgdata} belongs to another user (uid ${stat.uid}), perhaps because root started it first: ` +
        `start as that user or as root, or use another folder. 该数据目录属于其他用户，请以该用户或 root 启动，或另选目录。`,
    );
  }
  return undefined;
}

async function create(place: Place, durable: boolean, log: (line: string) => void): Promise<void> {
  const { pgdata, user } = place;
  keepAside(pgdata, log);
  const draft = freshDraft(pgdata);
  if (user) chownSync(draft, user.uid, user.gid);
  log('creating a PostgreSQL database');
  await initialise({ ...place, pgdata: draft }, durable);
  renameSync(draft, pgdata);
}

async function initialise({ pgdata, native, user }: Place, durable: boolean): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${pgdata}.password`;
  writeOwn(passwordFile, password, user);
  const { code, stderr } = await runCommand(
    binary(native, 'initdb'),
    [
      ...['-D', pgdata, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      // The password is 192 random bits: there is no dictionary to slow down, and every connection would pay for it.
      ...['--set', 'scram_iterations=1'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { env: serverEnvironment(), cwd: pgdata, ...ids(user) },
  );
  rmSync(passwordFile);
  if (code !== 0) throw new Error(`initdb failed: ${lastLines(stderr)}`);
  writeOwn(markOf(pgdata), password, user);
}

function writeOwn(file: string, text: string, user: SystemUser | undefined): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
}

/** The caller's environment without PG* variables, which would change the server, and in a language logs are read in. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
