import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDraft } from './draft';
import { waitForFolder } from './folder-lock';
import { canReach } from './postgres-user';
import type { SystemUser } from './postgres-user';

/** Where root keeps what PostgreSQL's user must reach when the project's own folder is closed to it (a home folder). */
const OUTSIDE = '/var/lib/qi-platform';

/** The binaries' folder itself, or a copy that `user` can read when the original lies behind a closed folder. */
export async function reachableNative(native: string, user: SystemUser | undefined, version: string): Promise<string> {
  const closed = ['bin', 'lib', 'share'].some((part) => user && !canReach(join(native, part), user));
  if (!closed) return native;
  const copy = join(outside(), `postgresql-${version}`);
  const lock = await waitForFolder(`${copy}.lock`);
  try {
    if (existsSync(copy)) return copy;
    const draft = freshDraft(copy);
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    renameSync(draft, copy);
    return copy;
  } finally {
    lock.release();
  }
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
 * The folder for the cluster: `dataDir`, or, when `user` cannot get there, one outside whose name is derived from
 * `dataDir`, so that the next start finds it again.
 */
export function clusterHome(dataDir: string, user: SystemUser | undefined): string {
  if (!user || canReach(dataDir, user)) return dataDir;
  sweep();
  const home = join(outside(), `data-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(join(home, 'origin'), resolve(dataDir));
  return home;
}

/** Deletes what belonged to temporary folders that are gone; a database of any other folder is never touched. */
function sweep(): void {
  for (const name of readdirSync(outside())) {
    const home = join(OUTSIDE, name);
    const file = join(home, 'origin');
    const origin = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const temporary = origin.startsWith(join(tmpdir(), '/')) || origin.startsWith('/tmp/');
    if (temporary && !existsSync(origin)) rmSync(home, { recursive: true, force: true });
  }
}

function outside(): string {
  mkdirSync(OUTSIDE, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  return OUTSIDE;
}
