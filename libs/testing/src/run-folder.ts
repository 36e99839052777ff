import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for what this process starts and writes. The servers stop with the process (the embedded launcher sees to
 * that) but cannot clean up after themselves then: folders of processes that are gone are swept here.
 */
export function runFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^qi-test-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  const folder = join(tmpdir(), `qi-test-${process.pid}`);
  // Passable for the database's user, who is another one when the tests run as root.
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
