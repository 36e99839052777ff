import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { unwatch, watch } from './watchdog';

export interface CommandResult {
  /** Undefined when the program could not be started or ran out of time. */
  code: number | undefined;
  stdout: string;
  /** stderr, or why it could not be started. */
  stderr: string;
}

/**
 * Runs a program to its end without blocking this process, and never throws. With no time limit it is a step of some
 * length (initdb, Maven): then the watchdog ends it when this process dies, so that it never works beside its successor.
 */
export function runCommand(
  file: string,
  args: string[],
  { timeout, ...options }: SpawnOptions & { timeout?: number } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { windowsHide: true, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    if (child.pid !== undefined && timeout === undefined) watch(child.pid, 'SIGTERM');
    // Not spawn's own timeout: when the program is not there at all, its timer goes on and holds the event loop.
    const late = timeout === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeout);
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.once('error', (error) => {
      clearTimeout(late);
      resolve({ code: undefined, stdout, stderr: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(late);
      if (child.pid !== undefined) unwatch(child.pid);
      resolve({ code: code ?? undefined, stdout, stderr });
    });
  });
}
