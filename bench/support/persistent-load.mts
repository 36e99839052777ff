/** Applicants who do not give up: a steady rate of submissions, each tried with one Idempotency-Key until it is answered. */
import { randomUUID } from 'node:crypto';
import { CallFailed } from './load.mts';
import type { Window } from './window.mts';

const PAUSE_MS = 100;
/** Longer than the platform holds the key of a request whose process died (60 s), and than the line of a small machine. */
const PATIENCE_MS = 600_000;

export interface PersistentLoad {
  /** Ends the load; ids of what was answered, once all is. */
  stop(): Promise<string[]>;
}

export function persistentLoad(window: Window, rate: number): PersistentLoad {
  const start = Date.now();
  const running: Promise<string>[] = [];
  const timer = setInterval(() => {
    const due = Math.floor(((Date.now() - start) / 1000) * rate);
    while (running.length < due) {
      const answered = submitted(window);
      answered.catch(() => undefined); // told by stop()
      running.push(answered);
    }
  }, 5);
  const stop = () => {
    clearInterval(timer);
    return Promise.all(running);
  };
  return { stop };
}

async function submitted(window: Window): Promise<string> {
  const draft = window.take();
  const key = randomUUID();
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await window.submit(draft, key);
    } catch (error) {
      if (tookEffect(error)) return draft.id;
      if (!mayPass(error) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Died between the commit and the recording of the answer: the platform says that it happened. */
function tookEffect(error: unknown): boolean {
  return error instanceof CallFailed && error.status === 409 && error.message.includes('answer-lost');
}

/** No connection, no time, or the key still held by the process that died. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof CallFailed)) return true;
  return error.status >= 500 || (error.status === 409 && error.message.includes('in-progress'));
}
