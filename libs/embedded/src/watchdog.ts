import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

let watchdog: ChildProcess | undefined;

/** One watchdog per parent, started with the first server; it lives outside the parent's process group so that Ctrl-C passes it by. */
function theWatchdog(): ChildProcess {
  if (watchdog && watchdog.exitCode === null && watchdog.signalCode === null) return watchdog;
  const child = spawn(process.execPath, [join(__dirname, '..', 'watchdog.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
    env: { PATH: process.env['PATH'] },
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  watchdog = child;
  return child;
}

/** Has `pid` stopped with `signal` (and killed 10 s later) once this process is gone. */
export function watch(pid: number, signal: NodeJS.Signals): void {
  theWatchdog().stdin?.write(`+${pid} ${signal}\n`);
}

export function unwatch(pid: number): void {
  watchdog?.stdin?.write(`-${pid}\n`);
}
