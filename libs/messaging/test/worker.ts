import { Logger } from '@nestjs/common';
import { Messaging } from '../src';
import { createKafka } from '../src/kafka/kafka-client';
import { Metrics } from '../src/metrics';
import { DatabaseSession } from '../src/relay/database-session';
import { OutboxStore } from '../src/relay/outbox-store';
import { Relay } from '../src/relay/relay';
import { Shipper } from '../src/relay/shipper';
import { factOf, openLedger, Recorder } from './ledger';

/** A process of its own, to be killed with -9 at a named point. Started by child.ts. */
export interface WorkerTask {
  readonly mode: 'die-before-send' | 'die-after-send' | 'die-before-commit' | 'die-after-commit' | 'replica';
  readonly url: string;
  readonly brokers: string[];
  readonly topicPrefix: string;
  readonly keys?: string[];
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

class DyingShipper extends Shipper {
  override send(): Promise<void> {
    return die();
  }
}

class DyingStore extends OutboxStore {
  override remove(): Promise<void> {
    return die();
  }
}

/** Commits one fact for each key, then ships until it dies. */
async function write(task: WorkerTask): Promise<void> {
  const dataSource = await openLedger(task.url);
  const options = { service: 'service-requests' as const, brokers: task.brokers, topicPrefix: task.topicPrefix };
  const session = new DatabaseSession({ connectionString: task.url });
  const kafka = createKafka(options, 'worker');
  const relay = new Relay({
    session,
    store: new (task.mode === 'die-after-send' ? DyingStore : OutboxStore)(session, '/qi/service-requests'),
    shipper: new (task.mode === 'die-before-send' ? DyingShipper : Shipper)(kafka),
    metrics: new Metrics(options.service),
    inboxDays: 14,
  });
  const { outbox } = new Messaging(options, dataSource);
  await dataSource.transaction(async (tx) => {
    for (const key of task.keys ?? []) {
      await tx.query('insert into counter values ($1, 1)', [key]);
      await outbox.add(tx, [factOf(key, 1)]);
    }
  });
  relay.start();
}

/** Reads as the institutions service; dies in or right after the transaction of its first fact where asked to. */
async function read(task: WorkerTask): Promise<void> {
  const dataSource = await openLedger(task.url);
  const { mode, brokers, topicPrefix } = task;
  const messaging = new Messaging({ service: 'institutions', brokers, topicPrefix }, dataSource);
  messaging.registry.addInstance(new Recorder(() => (mode === 'die-before-commit' ? die() : undefined)));
  if (mode === 'die-after-commit') {
    dataSource.subscribers.push({ afterTransactionCommit: () => die() });
  }
  messaging.start();
  await messaging.started();
  process.stdout.write('ready\n');
}

Logger.overrideLogger(false);
const task = JSON.parse(process.argv[2] ?? '{}') as WorkerTask;
void (task.mode.endsWith('-send') ? write(task) : read(task));
