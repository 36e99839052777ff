/** Load over HTTP: at a steady rate (latency counts from the scheduled time) or as fast as the answers come. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

export interface Sent {
  readonly id: string;
  /** Epoch milliseconds at which this request was due. */
  readonly due: number;
}

/** One request; resolves with the parsed answer, rejects on anything but 2xx. */
export async function post<T>(url: string, headers: Record<string, string>, body = '{}'): Promise<T> {
  for (;;) {
    try {
      return await attempt<T>(url, headers, body);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
    }
  }
}

/** The server closed a connection that was kept open, at the moment it was used again: the request never got there. */
class StaleConnection extends Error {}

function attempt<T>(url: string, headers: Record<string, string>, body: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    });
    call.once('error', (error: NodeJS.ErrnoException) => {
      reject(call.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error);
    });
    call.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const status = answer.statusCode ?? 500;
        if (status < 300) resolve(JSON.parse(text) as T);
        else reject(new CallFailed(url, status, text));
      });
    });
    call.end(body);
  });
}

export class CallFailed extends Error {
  readonly status: number;

  constructor(url: string, status: number, text: string) {
    super(`${url} answered ${status}: ${text.slice(0, 500)}`);
    this.status = status;
  }
}

/** Sends at `rate` a second for `seconds`, never waiting for answers: a slow system cannot slow the load down. */
export async function steady(rate: number, seconds: number, send: (index: number) => Promise<string>): Promise<Sent[]> {
  const total = rate * seconds;
  const start = Date.now() + 100;
  const running: Promise<Sent>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = start + (index * 1000) / rate;
    const wait = due - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const answered = send(index).then((id) => ({ id, due }));
    // A failure is told at the end, and must not end the process before.
    answered.catch(() => undefined);
    running.push(answered);
  }
  return Promise.all(running);
}

/** Keeps `width` requests under way until `count` were sent. */
export async function flood(width: number, count: number, send: (index: number) => Promise<string>): Promise<Sent[]> {
  const sent: Sent[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const due = Date.now();
      sent.push({ id: await send(index), due });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return sent;
}

/** What came of the requests, as the database tells it. */
export interface Effects {
  /** How many there are by now; cheap, for it is asked again and again. */
  count(): Promise<number>;
  /** When each was committed, epoch milliseconds by the server's own clock (track_commit_timestamp), by id. */
  commits(): Promise<Map<string, number>>;
}

/** The commit time of each request's effect. Nothing is asked of the database while the load lasts. */
export async function effects(
  sent: readonly Sent[],
  { count, commits }: Effects,
  { before, withinMs = 120_000 }: { before: number; withinMs?: number },
): Promise<number[]> {
  const end = Date.now() + withinMs;
  for (let found = 0; found < sent.length; found = (await count()) - before) {
    if (Date.now() > end) throw new Error(`${sent.length - found} of ${sent.length} effects never came`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const at = await commits();
  return sent.map(({ id }) => at.get(id) ?? Number.NaN);
}

/** Effects a second from the first request to the last effect. */
export function rateOf(sent: readonly Sent[], effectAt: readonly number[]): number {
  const [first, last] = [Math.min(...sent.map(({ due }) => due)), effectAt.reduce((a, b) => Math.max(a, b), 0)];
  return sent.length / ((last - first) / 1000);
}
