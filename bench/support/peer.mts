/** Runs the peer pipeline (bench/peer) under the same load as the real one. */
import { join } from 'node:path';
import { freePort, startServerProcess } from '@qi/embedded';
import pg from 'pg';
import { effects, flood, post, rateOf, steady } from './load.mts';
import type { BenchServers } from './servers.mts';

const body = JSON.stringify({ title: '儿童三轮车检测', text: 'x'.repeat(600) });

export interface PeerResult {
  rate: number;
  at50: number[];
  at200: number[];
}

async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`peer: waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function measurePeer({ dir, postgres, kafka }: BenchServers): Promise<PeerResult> {
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
    return await drive(`http://127.0.0.1:${port}/submit`, db);
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

async function drive(url: string, db: pg.Client): Promise<PeerResult> {
  const send = async () => (await post<{ id: string }>(url, {}, body)).id;
  const commits = async () => {
    const { rows } = await db.query<{ id: string; at: string }>(
      `select id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at from peer_task where status = 'offered'`,
    );
    return new Map(rows.map(({ id, at }) => [id, Number(at)]));
  };
  const latency = async (rate: number, seconds: number) => {
    const sent = await steady(rate, seconds, send);
    const at = await effects(sent, commits);
    return sent.map(({ due }, index) => at[index]! - due);
  };
  await latency(20, 3);
  const at50 = await latency(50, 10);
  const at200 = await latency(200, 10);
  const sent = await flood(32, 3000, send);
  return { rate: rateOf(sent, await effects(sent, commits)), at50, at200 };
}
