/**
 * libs/messaging alone: how long a fact takes from the start of its transaction until the broker has it, how fast a
 * backlog drains, and whether the facts of one key keep their order. One service, durable commits, one partition leader.
 */
import { topicOf } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import { createDataSource, ensureDatabase } from '@qi/platform';
import type { DataSource } from 'typeorm';
import type { BenchOptions } from './run.mts';
import { figure, latencies, type Figure } from './support/report.mts';
import { benchServers } from './support/servers.mts';
import { taskOpened } from './support/task-events.mts';
import { orderViolations, readLog, stampAppends, type Logged } from './support/topic-log.mts';

const SERVICE = 'service-requests';
const TOPIC = topicOf(SERVICE, 'task');
const KEYS = 500;
const ROWS_A_TRANSACTION = 500;

interface Scale {
  readonly rate: number;
  readonly seconds: number;
  readonly backlog: number;
}

/** One transaction per fact at a steady rate, from the scheduled time; answers when each was due, by task. */
async function trickle(messaging: Messaging, dataSource: DataSource, { rate, seconds }: Scale) {
  const due = new Map<string, number>();
  const start = Date.now() + 50;
  const running: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    const at = start + (n * 1000) / rate;
    if (at > Date.now()) await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
    const taskId = newId();
    due.set(taskId, at);
    running.push(dataSource.transaction((tx) => messaging.outbox.add(tx, [taskOpened(taskId, 1)])));
  }
  await Promise.all(running);
  return due;
}

/** Facts of many keys, numbered, in transactions that follow one another: for each key that is the order of its commits. */
async function pile(messaging: Messaging, dataSource: DataSource, count: number): Promise<void> {
  const keys = Array.from({ length: KEYS }, () => newId());
  for (let done = 0; done < count; done += ROWS_A_TRANSACTION) {
    const facts = Array.from({ length: ROWS_A_TRANSACTION }, (_, n) =>
      taskOpened(keys[(done + n) % KEYS]!, Math.floor((done + n) / KEYS) + 1),
    );
    await dataSource.transaction((tx) => messaging.outbox.add(tx, facts));
  }
}

async function empty(dataSource: DataSource): Promise<void> {
  const end = Date.now() + 300_000;
  while ((await dataSource.query<unknown[]>('select 1 from outbox limit 1')).length > 0) {
    if (Date.now() > end) throw new Error('the outbox does not drain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const roundOf = ({ data }: Logged) => Number(data['round']);

export async function run({ quick }: BenchOptions): Promise<Figure[]> {
  const scale: Scale = quick ? { rate: 100, seconds: 2, backlog: 5_000 } : { rate: 200, seconds: 20, backlog: 50_000 };
  const servers = await benchServers();
  const url = servers.postgres.databaseUrl('outbox');
  await ensureDatabase(url);
  const dataSource = createDataSource({ url, entities: messagingEntities, migrations: messagingMigrations });
  await dataSource.initialize();
  await dataSource.runMigrations();
  const open = () => new Messaging({ service: SERVICE, brokers: servers.kafka.brokers }, dataSource);
  try {
    const first = open();
    first.start();
    await first.started();
    await stampAppends(servers.kafka.brokers, TOPIC);
    await trickle(first, dataSource, { ...scale, seconds: 1 });
    const due = await trickle(first, dataSource, scale);
    await empty(dataSource);
    await first.stop();

    const second = open();
    await pile(second, dataSource, scale.backlog);
    const started = performance.now();
    second.start();
    await second.started();
    await empty(dataSource);
    const drained = performance.now() - started;
    await second.stop();

    const log = await readLog(servers.kafka.brokers, TOPIC);
    const late = log.filter(({ key }) => due.has(key)).map(({ key, at }) => at - due.get(key)!);
    const sent = scale.rate + scale.rate * scale.seconds + scale.backlog;
    return [
      ...latencies(`insert → on Kafka at ${scale.rate}/s`, late),
      figure(`drain rate, backlog of ${scale.backlog}`, scale.backlog / (drained / 1000), 'msg/s'),
      figure('lost', sent - new Set(log.map(({ id }) => id)).size, 'events', { atMost: 0 }),
      figure('sent again', log.length - new Set(log.map(({ id }) => id)).size, 'messages'),
      figure('order violations', orderViolations(log, roundOf), 'events', { atMost: 0 }),
    ];
  } finally {
    await dataSource.destroy();
    await servers.stop();
  }
}
