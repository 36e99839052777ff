/** Runs the peer pipeline (bench/peer) under the same load as the real one. */
import { join } from 'node:path';
import { freePort, startServerProcess, type ServerProcess } from '@qi/embedded';
import pg from 'pg';
import { drive, type Driven, type Pipeline, type Scale } from './drive.mts';
import { effectsIn } from './effects-in.mts';
import { post } from './load.mts';
import { allCpu, metered, type ProcessIds } from './meters.mts';
import type { BenchServers } from './servers.mts';

const body = JSON.stringify({ title: '儿童三轮车检测', text: 'x'.repeat(600) });

export interface Peer extends Driven {
  /** CPU of all processes for one request under saturation. */
  readonly cpuMs: number;
}

function pidsOf(
  processes: readonly ServerProcess[],
  { postgres, kafka }: Pick<BenchServers, 'postgres' | 'kafka'>,
): ProcessIds {
  return {
    ...Object.fromEntries(processes.map(({ pid }, n) => [`peer ${n}`, pid])),
    PostgreSQL: postgres.pid,
    Kafka: kafka.nodes[0]?.pid ?? 0,
    'load generator': process.pid,
  };
}

async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`peer: waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function measurePeer({ dir, postgres, kafka }: BenchServers, scale: Scale): Promise<Peer> {
  await postgres.createDatabase('peer_window');
  await postgres.createDatabase('peer_institutions');
  const { Kafka, logLevel } = (await import('kafkajs')).default;
  const admin = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({
    topics: ['peer.task.opened', 'peer.job.offered'].map((topic) => ({ topic, numPartitions: 6 })),
  });
  await admin.disconnect();
  const port = await freePort();
  const processes = await Promise.all(
    ['window', 'institutions'].map((name) =>
      startServerProcess({
        name: `peer ${name}`,
        file: process.execPath,
        args: ['--no-warnings', join(import.meta.dirname, '../peer', `${name}.mts`)],
        cwd: process.cwd(),
        env: {
          ...process.env,
          QI_POSTGRES_URL: postgres.url,
          KAFKA_BROKERS: kafka.brokers.join(','),
          PORT: String(port),
        },
        logFile: join(dir, `peer-${name}.log`),
        stopSignal: 'SIGKILL',
      }),
    ),
  );
  const db = new pg.Client({ connectionString: postgres.databaseUrl('peer_window') });
  try {
    await until('start', () => processes.every((child) => child.output().includes('ready')));
    await fillScopes(postgres.databaseUrl('peer_institutions'));
    await db.connect();
    let cpuMs = 0;
    const meter = { db, databases: [], processes: pidsOf(processes, { postgres, kafka }) };
    const driven = await drive(pipelineOf(`http://127.0.0.1:${port}/submit`, db), scale, async (floods) => {
      cpuMs = allCpu(await metered(meter, floods)) / (scale.flood * scale.floods);
    });
    return { ...driven, cpuMs };
  } catch (error) {
    throw new Error(processes.map((child) => child.output().slice(-1000)).join('\n'), { cause: error });
  } finally {
    await db.end();
    await Promise.all(processes.map((child) => child.stop()));
  }
}

async function fillScopes(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into peer_scope (element, "institutionId") select 'testing', n from generate_series(1, 20) n`,
  );
  await client.end();
}

function pipelineOf(url: string, db: pg.Client): Pipeline {
  const send = async () => (await post<{ id: string }>(url, {}, body)).id;
  return { send, analyze: () => db.query('analyze'), ...effectsIn(db, 'peer_task', 'id') };
}
