/** Load over HTTP: at a steady rate (latency counts from the scheduled time) or as fast as the answers come. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

export interface Sent {
  readonly id: string;
  /** Epoch milliseconds at which this request was due. */
  readonly due: number;
}

/** One request; resolves with the parsed answer, rejects on anything but 2xx. */
export function post<T>(url: string, headers: Record<string, string>, body = '{}'): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    });
    call.once('error', reject);
    call.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text) as T);
        else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    call.end(body);
  });
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
    running.push(send(index).then((id) => ({ id, due })));
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

/**
 * When each effect was committed, asked until all are there. `commits` reads ids with the server's own commit times
 * (track_commit_timestamp), so that watching adds no load while the run lasts.
 */
export async function effects(
  sent: readonly Sent[],
  commits: () => Promise<Map<string, number>>,
  withinMs = 120_000,
): Promise<number[]> {
  const end = Date.now() + withinMs;
  for (;;) {
    const at = await commits();
    const missing = sent.filter(({ id }) => !at.has(id)).length;
    if (missing === 0) return sent.map(({ id }) => at.get(id)!);
    if (Date.now() > end) throw new Error(`${missing} of ${sent.length} effects never came`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Effects a second from the first request to the last effect. */
export function rateOf(sent: readonly Sent[], effectAt: readonly number[]): number {
  const [first, last] = [Math.min(...sent.map(({ due }) => due)), effectAt.reduce((a, b) => Math.max(a, b), 0)];
  return sent.length / ((last - first) / 1000);
}
