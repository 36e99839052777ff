import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './error-code';
import { processIdentity } from './process-identity';

export interface FolderLock {
  release(): void;
}

/** Thrown when a living process holds the lock; `pid` is that process. */
export class LockedError extends Error {
  constructor(
    readonly pid: number,
    file: string,
  ) {
    super(
      `${dirname(file)} is in use by process ${pid}. Stop it first, or use another folder. ` +
        `该目录正被进程 ${pid} 使用，请先停止它或换一个目录。`,
    );
    this.name = 'LockedError';
  }
}

interface Owner {
  pid: number;
  identity: string;
  token: string;
}

/**
 * Takes the lock file or throws LockedError. A file left by a process that is gone (kill -9), or whose pid now belongs
 * to another process, is taken over.
 */
export function lockFolder(file: string): FolderLock {
  const token = randomUUID();
  const draft = `${file}.${token}`;
  writeDraft(draft, { pid: process.pid, identity: processIdentity(process.pid) ?? '', token });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (tryLink(draft, file)) return { release: () => releaseOwn(file, token) };
      const holder = readOwner(file);
      if (holder && processIdentity(holder.pid) === holder.identity) throw new LockedError(holder.pid, file);
      removeStale(file, holder?.token);
    }
    throw new Error(`cannot take the lock ${file}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** As lockFolder, but waits for the holder to finish; `onWait` hears once whom it waits for. */
export async function waitForFolder(file: string, onWait?: (pid: number) => void): Promise<FolderLock> {
  for (let told = false; ; await sleep(100)) {
    try {
      return lockFolder(file);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      if (!told) onWait?.(error.pid);
      told = true;
    }
  }
}

function writeDraft(draft: string, owner: Owner): void {
  try {
    mkdirSync(dirname(draft), { recursive: true });
    writeFileSync(draft, JSON.stringify(owner));
  } catch (cause) {
    const folder = dirname(draft);
    throw new Error(
      `${folder} cannot be written to, perhaps because root made it: give it to this user, or use another folder. ` +
        `无法写入目录 ${folder}，请修改其所有者或另选目录。`,
      { cause },
    );
  }
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Moved away before it is deleted, so that of two that find it stale only one removes it; a fresh one is put back. */
function removeStale(file: string, token: string | undefined): void {
  const aside = `${file}.stale-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOwner(aside)?.token !== token) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function releaseOwn(file: string, token: string): void {
  if (readOwner(file)?.token === token) rmSync(file, { force: true });
}
