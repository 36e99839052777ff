import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * An empty folder beside `path` in which its content is made, to be renamed when complete: what an interrupted start
 * leaves never looks complete. Drafts of earlier starts are deleted; the caller holds the lock that makes this safe.
 */
export function freshDraft(path: string): string {
  const prefix = `${basename(path)}.partial-`;
  mkdirSync(dirname(path), { recursive: true });
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
  const draft = join(dirname(path), `${prefix}${process.pid}`);
  mkdirSync(draft);
  return draft;
}

/** Renames a `path` that is not what it should be, so that nothing is ever deleted that somebody may want back. */
export function keepAside(path: string, log: (line: string) => void): void {
  if (!existsSync(path)) return;
  const aside = `${path}.incomplete-${Date.now()}`;
  renameSync(path, aside);
  log(`${path} is incomplete: kept as ${aside}, a new one is made`);
}
