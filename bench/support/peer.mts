/** Runs the peer pipeline (bench/peer) under the same load as the real one. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { freePort, startServerProcess, type ServerProcess } from '@qi/embedded';
import pg from 'pg';
import { drive, requestsOf, type Driven, type Pipeline, type Scale } from './drive.mts';
import { effectsIn } from './effects-in.mts';
import { kafkaClient } from './kafka-client.mts';
import { post } from './load.mts';
import { allCpu, metered, type ProcessIds } from './meters.mts';
import { runSql } from './run-sql.mts';
import type { BenchServers } from './servers.mts';

const TOPICS = ['request.submitted', 'request.accepted', 'task.created', 'task.opened', 'job.offered'].map(
  (name) => `peer.${name}`,
);

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
  const admin = kafkaClient(kafka.brokers).admin();
  await admin.connect();
  await admin.createTopics({
    topics: TOPICS.map((topic) => ({ topic, numPartitions: 6 })),
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
    await runSql(postgres.databaseUrl('peer_institutions'), REGISTER);
    await db.connect();
    const pipeline = await pipelineOf(`http://127.0.0.1:${port}/submit`, db, scale);
    let cpuMs = 0;
    const meter = { db, databases: [], processes: pidsOf(processes, { postgres, kafka }) };
    const driven = await drive(pipeline, scale, async (floods) => {
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

/** Institutions, lines and standards as many as the platform is given. */
const REGISTER = `
  insert into peer_standard (number, title, successors)
  select 'GB/T 1474' || n || '-2025', jsonb_build_object('zh', '儿童骑行及活动用品安全', 'en', 'Riding products of children'), '[]'
  from generate_series(5, 9) n;
  insert into peer_institution (name, "areaCode")
  select '示例检测机构（虚构）' || n, '330402' from generate_series(1, 5) n;
  insert into peer_line ("institutionId", object, standard, "validTo")
  select i.id, '儿童三轮车', s.number, '2029-01-01' from peer_institution i, peer_standard s`;

const DRAFTS = `
  insert into peer_request (status, title, lines, enterprise)
  select 'draft', '儿童三轮车快检', $2::jsonb, $3::jsonb from generate_series(1, $1::int) returning id`;

const words = { zh: '童车快检', en: 'Quick test of children’s vehicles' };
const tests = ['稳定性', '机械强度'].map((parameter) => ({ parameter, methodStandard: 'GB/T 14747-2025' }));
const lines = [
  {
    key: 'test',
    item: { code: 'testing-quick', version: 1, name: words, description: words, price: words },
    answers: { model: 'SL-2026' },
    demand: { object: '儿童三轮车', tests, schemes: ['CMA'], quantity: 3, place: 'laboratory', text: '样品随附说明书' },
    consents: { subcontracting: false, disclosure: false },
  },
];
const enterprise = {
  id: randomUUID(),
  name: '平湖示例童车有限公司（虚构）',
  uscc: '91330482MA2B000060',
  areaCode: '330482',
};

async function pipelineOf(url: string, db: pg.Client, scale: Scale): Promise<Pipeline> {
  const { rows } = await db.query<{ id: string }>(DRAFTS, [
    requestsOf(scale),
    JSON.stringify(lines),
    JSON.stringify(enterprise),
  ]);
  let next = 0;
  const send = async () => {
    const { id } = rows[next]!;
    next += 1;
    await post(url, {}, JSON.stringify({ id }));
    return id;
  };
  return { send, analyze: () => db.query('analyze'), ...effectsIn(db, 'peer_task', '"requestId"') };
}
