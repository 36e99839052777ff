import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { unwatch, watch } from './watchdog';

/** SIGKILL follows the polite signal after this long. */
const GRACE_MS = 10_000;
const LARGE_LOG_BYTES = 10_000_000;

export interface ServerCommand {
  name: string;
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** stdout and stderr go here: a pipe would hold this process's event loop, or break when this process dies. */
  logFile: string;
  stopSignal: NodeJS.Signals;
  user?: { uid: number; gid: number } | undefined;
  /** How a signal reaches the server when the child is only its front (a container's client). */
  send?: ((signal: NodeJS.Signals) => void) | undefined;
}

export interface ServerProcess {
  readonly pid: number;
  /** How it ended, once it has; undefined while it runs. */
  exit(): string | undefined;
  /** Output written since this process was started. */
  output(): string;
  signal(signal: NodeJS.Signals): void;
  /** Sends `signal` and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Polite signal, SIGKILL after 10 s; does nothing when it has ended already. */
  stop(): Promise<void>;
}

/** Starts a server outside this process's group (Ctrl-C is for this process to handle) and under the watchdog. */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  mkdirSync(dirname(command.logFile), { recursive: true });
  const log = openSync(command.logFile, sizeOf(command.logFile) > LARGE_LOG_BYTES ? 'w' : 'a');
  const logStart = sizeOf(command.logFile);
  try {
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: command.env,
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...(command.user ?? {}),
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => reject(new Error(`${command.name} could not be started: ${cause.message}`)));
    });
    return handle(child, command, logStart);
  } finally {
    closeSync(log);
  }
}

function handle(child: ChildProcess, command: ServerCommand, logStart: number): ServerProcess {
  const pid = child.pid ?? 0;
  let exit: string | undefined;
  watch(pid, command.stopSignal);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = signal ?? `code ${code}`;
      unwatch(pid);
      resolve();
    });
  });
  child.unref();

  const signal = (name: NodeJS.Signals): void => {
    if (exit !== undefined) return;
    if (command.send) command.send(name);
    else child.kill(name);
  };
  const waitForEnd = async (): Promise<void> => {
    if (exit !== undefined) return;
    child.ref();
    await ended;
  };
  return {
    pid,
    exit: () => exit,
    output: () => readFrom(command.logFile, logStart),
    signal,
    kill: async (name) => {
      signal(name);
      await waitForEnd();
    },
    stop: async () => {
      if (process.platform !== 'win32') signal('SIGCONT');
      signal(command.stopSignal);
      const late = setTimeout(() => signal('SIGKILL'), GRACE_MS);
      await waitForEnd().finally(() => clearTimeout(late));
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, start: number): string {
  try {
    return readFileSync(file).subarray(start).toString('utf8');
  } catch {
    return '';
  }
}

/** The last lines of a server's output, for an error message. */
export function lastLines(text: string, count = 15): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
