import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Parent {
  child: ChildProcess;
  pids: number[];
  url: string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

export interface ParentOptions {
  dir: string;
  what?: 'postgres' | 'servers';
  then?: 'stay' | 'stop' | 'leave';
  user?: { uid: number; gid: number };
}

/** Runs parent-script.ts until its servers are ready. */
export async function startParent({ dir, what = 'postgres', then = 'stay', user }: ParentOptions): Promise<Parent> {
  const args = ['-r', join(__dirname, 'register.cjs'), join(__dirname, 'parent-script.ts'), dir, what, then];
  // Said, because the environment that a test has changed is not the one that children get by default.
  const options = { cwd: __dirname, env: process.env, ...user };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), ended.then((how) => `ended with ${how}: ${errors}`)]);
  if (typeof line === 'string') throw new Error(line);
  return { child, ended, ...(JSON.parse(String(line[0])) as { pids: number[]; url: string }) };
}

/** Resolves once `condition` holds; rejects after `withinMs`. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline)
      throw new Error(`the condition did not come true in ${withinMs} ms: ${String(condition)}`);
    await sleep(20);
  }
}

/** Children of `pid` that run watchdog.mjs. */
export function watchdogsOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  const rows = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line) ?? []);
  return rows.filter((row) => Number(row[2]) === pid && row[3]?.includes('watchdog.mjs')).map((row) => Number(row[1]));
}
