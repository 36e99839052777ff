/**
 * What the gateway adds to a call and how many it carries: signed-in calls with CSRF check and a token, to a service that
 * answers at once (in this process, which also makes the load: all three share the machine).
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { BenchOptions } from './run.mts';
import { flood, post, steady } from './support/load.mts';
import { figure, latencies, percentile, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';

const RATE = 100;
const SECRET = 'a-session-of-the-benchmark-and-of-nobody-else';
const CSRF = 'csrf-of-the-benchmark';
const HEADERS = { cookie: `__Host-qi=${SECRET}`, 'x-csrf-token': CSRF };
const ANSWER = JSON.stringify({ text: 'x'.repeat(1000) });

async function upstream(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close().closeAllConnections() };
}

/** Nobody signs in here: what a sign-in leaves behind is put there. */
async function signIn({ postgres }: BenchServers): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl('qi_gateway') });
  await client.connect();
  await client.query(
    `insert into session (id, token_hash, sub, name, csrf, id_token, created_at, last_seen_at, expires_at)
     values ($1, $2, 'bench', 'Bench', $3, '', now(), now(), now() + interval '1 day')`,
    [randomUUID(), createHash('sha256').update(SECRET).digest('base64url'), CSRF],
  );
  await client.end();
}

/** Milliseconds of each call. */
async function times(url: string, seconds: number): Promise<number[]> {
  const taken: number[] = [];
  await steady(RATE, seconds, async () => {
    const began = performance.now();
    await post(url, HEADERS);
    taken.push(performance.now() - began);
    return '';
  });
  return taken.sort((a, b) => a - b);
}

export async function run({ quick }: BenchOptions): Promise<Figure[]> {
  const servers = await benchServers();
  const behind = await upstream();
  try {
    const services = await benchServices(servers, ['gateway'], { QI_SERVICES: `standards=${behind.url}` });
    try {
      await signIn(servers);
      const path = '/api/standards/v1/x';
      const through = services.addresses.gateway + path;
      const count = quick ? 2_000 : 20_000;
      await flood(32, count / 4, () => post(through, HEADERS).then(() => ''));
      const [direct, carried] = [await times(behind.url + path, quick ? 2 : 10), await times(through, quick ? 2 : 10)];
      const began = performance.now();
      await flood(64, count, () => post(through, HEADERS).then(() => ''));
      const perSecond = count / ((performance.now() - began) / 1000);
      const added = (share: number) => percentile(carried, share) - percentile(direct, share);
      return [
        ...latencies('straight to the service', direct),
        ...latencies('through the gateway', carried),
        figure('added p50', added(0.5), 'ms', { atMost: 3 }),
        figure('added p99', added(0.99), 'ms', { atMost: 10 }),
        figure('carried', perSecond, 'requests/s', { atLeast: 1500 }),
      ];
    } finally {
      await services.stop();
    }
  } finally {
    behind.stop();
    await servers.stop();
  }
}
