import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** Where root keeps what another user must reach when the project's folder is closed to it. */
const SHARED_FOLDER = '/var/lib/qi-platform';

/** PostgreSQL refuses to run as root: the user to run it as, or undefined when this process is no root. */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = findUser('postgres') ?? findUser('nobody');
  if (!user) throw new Error('PostgreSQL cannot run as root, and there is neither a user `postgres` nor `nobody`');
  return user;
}

function findUser(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim());
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether `user` may pass through every folder from / down to `path` (mode bits only; access lists are not read). */
export function canReach(path: string, user: SystemUser): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    const own = stat?.uid === user.uid && (stat.mode & 0o100) !== 0;
    if (stat && !own && (stat.mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

/** The binaries' folder itself, or a copy that `user` can read when the original lies behind a closed folder. */
export function reachableNative(native: string, user: SystemUser | undefined, version: string): string {
  const closed = ['bin', 'lib', 'share'].some((part) => user && !canReach(join(native, part), user));
  if (!user || !closed) return native;
  const copy = join(SHARED_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

/**
 * The folder for the cluster: inside `dataDir`, or, when `user` cannot get there, one outside whose name is derived from
 * `dataDir`, so that the next start finds it again.
 */
export function clusterHome(dataDir: string, user: SystemUser | undefined): string {
  if (!user || canReach(dataDir, user)) return dataDir;
  const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const home = join(SHARED_FOLDER, `${basename(dataDir)}-${key}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}
