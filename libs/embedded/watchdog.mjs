/**
 * Stops the servers of a parent that died without stopping them (kill -9, out of memory, closed terminal).
 * The parent holds the other end of stdin and writes `+<pid> <signal>` and `-<pid>` lines; when the pipe closes,
 * the parent is gone, however it went.
 */
import { createInterface } from 'node:readline';

const GRACE_MS = 10_000;
const watched = new Map();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [pid, signal] = line.slice(1).split(' ');
  if (line.startsWith('+')) watched.set(Number(pid), signal);
  else watched.delete(Number(pid));
});

lines.on('close', () => {
  for (const [pid, signal] of watched) {
    if (process.platform !== 'win32') send(pid, 'SIGCONT');
    send(pid, signal);
  }
  const deadline = Date.now() + GRACE_MS;
  const timer = setInterval(() => {
    for (const pid of [...watched.keys()]) {
      const late = Date.now() > deadline;
      if (!send(pid, late ? 'SIGKILL' : 0) || late) watched.delete(pid);
    }
    if (watched.size === 0) clearInterval(timer);
  }, 50);
});
