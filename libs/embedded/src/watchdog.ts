import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const watched = new Map<number, NodeJS.Signals>();
let watchdog: ChildProcess | undefined;

/** Has `pid` stopped with `signal` (and killed 10 s later) once this process is gone, however it went. */
export function watch(pid: number, signal: NodeJS.Signals): void {
  watched.set(pid, signal);
  if (watchdog) tell(`+${pid} ${signal}`);
  else startWatchdog();
}

export function unwatch(pid: number): void {
  watched.delete(pid);
  tell(`-${pid}`);
}

function tell(line: string): void {
  watchdog?.stdin?.write(`${line}\n`);
}

/** One for all servers of this process; outside its process group, so that Ctrl-C passes it by. A lost one is replaced. */
function startWatchdog(): void {
  const child = spawn(process.execPath, [join(__dirname, '..', 'watchdog.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
    // The parent's NODE_OPTIONS (loaders, inspectors, heap sizes) are not meant for it.
    env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] },
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.once('exit', () => {
    watchdog = undefined;
    if (watched.size > 0) startWatchdog();
  });
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  watchdog = child;
  for (const [pid, signal] of watched) tell(`+${pid} ${signal}`);
}
