import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

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

/** How `spawn` is told to run as `user`. */
export function ids(user: SystemUser | undefined): { uid: number; gid: number } | undefined {
  return user && { uid: user.uid, gid: user.gid };
}
