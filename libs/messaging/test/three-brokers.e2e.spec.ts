import { Kafka, logLevel } from 'kafkajs';
import { groupOf } from '../src/messaging-options';
import { Recorder } from './ledger';
import { Load, progress, settle, sound } from './load';
import { RawLog } from './raw-log';
import { startServers, until } from './servers';
import { onServers } from './stage';
import type { Actor, Stage } from './stage';

jest.setTimeout(900_000);

const stage = onServers(() => startServers({ brokers: 3, heapMb: 192 }));
const ROUNDS = 4;

interface Found {
  /** Node that leads partition 0 of the topic. */
  readonly leader: number;
  readonly coordinator: number;
}

async function look(brokers: string[], topic: string, groupId: string): Promise<Found> {
  const kafka = new Kafka({ brokers, clientId: 'look', logLevel: logLevel.NOTHING, connectionTimeout: 500 });
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId });
  await Promise.all([admin.connect(), consumer.connect()]);
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const leader = topics[0]?.partitions.find(({ partitionId }) => partitionId === 0)?.leader ?? -1;
    return { leader, coordinator: await coordinatorOf(kafka, groupId) };
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect()]);
  }
}

/** Asked for through the assigner hook, which is handed kafkajs' cluster. */
async function coordinatorOf(kafka: Kafka, groupId: string): Promise<number> {
  let cluster: { connect(): Promise<void>; findGroupCoordinator(of: { groupId: string }): Promise<{ nodeId: number }> };
  const consumer = kafka.consumer({
    groupId,
    partitionAssigners: [
      (config) => {
        cluster = config.cluster as unknown as typeof cluster;
        return {
          name: 'look',
          version: 0,
          assign: async () => [],
          protocol: () => ({ name: 'look', metadata: Buffer.of() }),
        };
      },
    ],
  });
  await consumer.connect();
  const { nodeId } = await cluster!.findGroupCoordinator({ groupId });
  await consumer.disconnect();
  return nodeId;
}

/** Until partition 0 has another leader: what the brokers themselves need, whoever their clients are. */
async function ownFailOver(brokers: string[], topic: string, dead: number): Promise<number> {
  const started = Date.now();
  const kafka = new Kafka({ brokers, clientId: 'watch', logLevel: logLevel.NOTHING, connectionTimeout: 500 });
  const admin = kafka.admin();
  await until('a connection', () => admin.connect().then(() => true), 20_000);
  await until(
    'another leader',
    async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return topics.every(({ partitions }) => partitions.every(({ leader }) => leader !== dead && leader >= 0));
    },
    30_000,
  );
  const took = Date.now() - started;
  await admin.disconnect();
  return took;
}

async function failOver(
  on: Stage,
  round: number,
  topic: string,
  reader: Parameters<typeof progress>[0],
): Promise<object> {
  const { brokers, nodes } = on.servers.kafka;
  const groupId = groupOf({ service: 'institutions', topicPrefix: on.prefix });
  const found = await until('a look at the cluster', () => look(brokers, topic, groupId), 30_000);
  const target = round % 2 === 0 ? found.leader : found.coordinator;
  const node = nodes.find(({ id }) => id === target);
  if (!node) throw new Error(`no node ${target}`);
  const alive = nodes.filter(({ id }) => id !== target).map(({ port }) => `127.0.0.1:${port}`);
  const killed = new Date();
  await node.kill('SIGKILL');
  const [own, gap] = await Promise.all([ownFailOver(alive, topic, target), longestGap(reader, killed)]);
  await node.start();
  await until('all copies in step', () => inStep(brokers, topic), 180_000);
  await progress(reader, 1_000);
  return { round, killed: round % 2 === 0 ? 'leader' : 'coordinator', node: target, 'broker ms': own, 'gap ms': gap };
}

async function inStep(brokers: string[], topic: string): Promise<boolean> {
  const admin = new Kafka({ brokers, clientId: 'step', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.disconnect();
  return topics.every(({ partitions }) => partitions.every(({ isr }) => isr.length === 3));
}

/**
 * The longest time, from the kill on, that any key stood still, in milliseconds. Every key is written to all the time,
 * so this is what a user would have noticed.
 */
async function longestGap(reader: Actor, killed: Date): Promise<number> {
  const [all] = await reader.dataSource.query<{ keys: number }[]>(
    'select count(distinct key)::int as keys from effect where done_at < $1',
    [killed],
  );
  const gaps = await until(
    'all keys moving again',
    async () => {
      const rows = await reader.dataSource.query<{ ms: number }[]>(
        `select max(ms)::float8 as ms from (
           select key, extract(epoch from done_at - greatest($1, lag(done_at) over (partition by key order by at))) * 1000 as ms
           from effect where done_at > $1) as steps group by key having count(*) > 10`,
        [killed],
      );
      return rows.length >= (all?.keys ?? 0) && rows;
    },
    180_000,
  );
  return Math.round(Math.max(...gaps.map(({ ms }) => ms)));
}

test('leaders and coordinators killed in turn under load: the log and the effects hold every row, once and in order', async () => {
  const on = stage();
  const topic = `${on.prefix}qi.service-requests.task`;
  const reader = await on.service('institutions', [new Recorder()]);
  const writer = await on.service('service-requests');
  const load = new Load(writer, 20, 20);
  await progress(reader, 2_000);
  const rounds: object[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await failOver(on, round, topic, reader));
  await load.stop();
  const result = await settle(writer, reader);
  console.table(rounds);
  console.log(result);
  expect(result).toEqual(sound(result.written));

  const rows = await writer.dataSource.query<{ id: string; key: string }[]>(
    'select id, key from outbox_copy order by seq',
  );
  const log = await new RawLog(on.servers.kafka.brokers, topic).readAll();
  const idsByKey = new Map<string, Set<string>>();
  for (const { key, headers } of log) {
    const id = String(headers?.['ce_id']);
    idsByKey.set(String(key), (idsByKey.get(String(key)) ?? new Set()).add(id));
  }
  // A Set keeps the order in which ids came first: repeats of a batch do not count.
  const written = new Map<string, string[]>();
  for (const { id, key } of rows) written.set(key, [...(written.get(key) ?? []), id]);
  for (const [key, ids] of written) expect([...(idsByKey.get(key) ?? [])]).toEqual(ids);
});
