/**
 * Memory at rest: resident set of every service and of the broker, proportional set of PostgreSQL, whose
 * processes share their buffers.
 */
import { services as all } from '../deploy/local/services.mts';
import type { BenchOptions } from './run.mts';
import { flood } from './support/load.mts';
import { pssOfFamily, rssOf } from './support/memory.mts';
import { figure, type Figure } from './support/report.mts';
import { benchServers, type BenchServers } from './support/servers.mts';
import { benchServices, type BenchServices } from './support/services.mts';
import { openWindow } from './support/window.mts';

const MB = 1024 * 1024;
const SERVICE_MB = 180;
const PLATFORM_MB = 2.2 * 1024;
const REQUESTS = 1000;
const REST_MS = 20_000;

interface Memory {
  readonly services: readonly (readonly [name: string, mb: number])[];
  readonly broker: number;
  readonly database: number;
}

function look({ kafka, postgres }: BenchServers, { processes }: BenchServices): Memory {
  return {
    services: [...processes].map(([name, { pid }]) => [name, rssOf(pid) / MB]),
    broker: kafka.nodes.reduce((sum, { pid }) => sum + rssOf(pid) / MB, 0),
    database: pssOfFamily(postgres.pid) / MB,
  };
}

const whole = ({ services, broker, database }: Memory) => services.reduce((sum, [, mb]) => sum + mb, broker + database);

/** At rest after the start, and again after work: what a process has taken it hardly gives back. */
async function measure(servers: BenchServers, services: BenchServices, restMs: number): Promise<[Memory, Memory]> {
  const window = await openWindow(servers, services, REQUESTS);
  await pause(restMs);
  const idle = look(servers, services);
  await flood(8, REQUESTS, () => window.submit(window.take()));
  await window.db.end();
  await pause(restMs);
  return [idle, look(servers, services)];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function run({ quick }: BenchOptions): Promise<Figure[]> {
  if (process.platform !== 'linux') throw new Error('memory is read from /proc: Linux only');
  const servers = await benchServers();
  try {
    const services = await benchServices(
      servers,
      all.map(({ name }) => name),
    );
    try {
      const [idle, worked] = await measure(servers, services, quick ? 2_000 : REST_MS);
      return [
        ...idle.services.map(([name, mb]) => figure(`${name} (RSS)`, mb, 'MB', { atMost: SERVICE_MB })),
        figure('Kafka (RSS)', idle.broker, 'MB'),
        figure('PostgreSQL (PSS of all its processes)', idle.database, 'MB'),
        figure('whole platform', whole(idle), 'MB', { atMost: PLATFORM_MB }),
        ...worked.services.map(([name, mb]) => figure(`${name} after ${REQUESTS} requests`, mb, 'MB')),
        figure(`whole platform after ${REQUESTS} requests`, whole(worked), 'MB', { atMost: PLATFORM_MB }),
      ];
    } finally {
      await services.stop();
    }
  } finally {
    await servers.stop();
  }
}
