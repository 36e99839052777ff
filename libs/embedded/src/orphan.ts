import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './error-code';
import { commandLine, isRunning } from './process-identity';

/**
 * Ends the server `pid` that a dead parent left behind in a folder: politely, with SIGKILL after 10 s. Does nothing and
 * says false when no such process runs or its command line does not name the folder (`mark`): the number was used again.
 */
export async function endOrphan(pid: number, mark: string, signal: NodeJS.Signals): Promise<boolean> {
  if (!isRunning(pid) || !commandLine(pid).includes(mark)) return false;
  send(pid, 'SIGCONT');
  send(pid, signal);
  const deadline = Date.now() + 10_000;
  while (isRunning(pid)) {
    if (Date.now() > deadline) send(pid, 'SIGKILL');
    await sleep(20);
  }
  return true;
}

/** The process may end by itself, or by its watchdog, in between. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
