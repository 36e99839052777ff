import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkerTask } from './worker';

/** Starts worker.ts in a process of its own, from the sources. */
export function startWorker(task: WorkerTask): ChildProcess {
  const args = ['--require', join(__dirname, 'ts-hook.cjs'), '--conditions=source', join(__dirname, 'worker.ts')];
  return spawn(process.execPath, [...args, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The signal that ended it. */
export async function death(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}

export async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data');
}
