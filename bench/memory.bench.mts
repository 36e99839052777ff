/**
 * Memory at rest, after some work: resident set of every service and of the broker, proportional set of PostgreSQL, whose
 * processes share their buffers.
 */
import { services as all } from '../deploy/local/services.mts';
import type { BenchOptions } from './run.mts';
import { flood } from './support/load.mts';
import { pssOfFamily, rssOf } from './support/memory.mts';
import { figure, type Figure } from './support/report.mts';
import { benchServers } from './support/servers.mts';
import { benchServices } from './support/services.mts';
import { openWindow } from './support/window.mts';

const MB = 1024 * 1024;
const SERVICE_MB = 180;
const PLATFORM_MB = 2.2 * 1024;
const REQUESTS = 200;
const REST_MS = 30_000;

export async function run({ quick }: BenchOptions): Promise<Figure[]> {
  if (process.platform !== 'linux') throw new Error('memory is read from /proc: Linux only');
  const servers = await benchServers();
  try {
    const services = await benchServices(
      servers,
      all.map(({ name }) => name),
    );
    try {
      const window = await openWindow(servers, services, REQUESTS);
      await flood(4, REQUESTS, () => window.submit(window.take()));
      await window.db.end();
      await new Promise((resolve) => setTimeout(resolve, quick ? 2_000 : REST_MS));
      const each = [...services.processes].map(([name, { pid }]) => [name, rssOf(pid) / MB] as const);
      const broker = servers.kafka.nodes.reduce((sum, { pid }) => sum + rssOf(pid) / MB, 0);
      const database = pssOfFamily(servers.postgres.pid) / MB;
      const whole = each.reduce((sum, [, mb]) => sum + mb, broker + database);
      return [
        ...each.map(([name, mb]) => figure(`${name} (RSS)`, mb, 'MB', { atMost: SERVICE_MB })),
        figure('Kafka (RSS)', broker, 'MB'),
        figure('PostgreSQL (PSS of all its processes)', database, 'MB'),
        figure('whole platform', whole, 'MB', { atMost: PLATFORM_MB }),
      ];
    } finally {
      await services.stop();
    }
  } finally {
    await servers.stop();
  }
}
