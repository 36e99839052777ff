import { jobEvents, TaskCancelledV1, TaskOpenedV1 } from '@qi/contracts';
import type { DomainEvent, EventData } from '@qi/contracts';
import { Handles, Messaging, messagingEntities, messagingMigrations } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { testBroker } from './servers';
import { testDatabase } from './test-database';
import { waitFor } from './wait-for';

export type JobFact = ReceivedEvent<(typeof jobEvents)[number]>;

/** The window's end of the line for tests of a provider: sends tasks and hears what became of them, over the broker. */
export interface TestWindow {
  open(task: EventData<typeof TaskOpenedV1>): Promise<void>;
  cancel(cancelled: EventData<typeof TaskCancelledV1>): Promise<void>;
  /** Sends the last message about the task once more, under the same event id. */
  repeat(taskId: string): Promise<void>;
  /** What was heard of the task, in order. */
  heard(taskId: string): readonly JobFact[];
  /** Waits for the nth fact of that type about the task and gives its data. */
  waitFor<T extends (typeof jobEvents)[number]>(taskId: string, contract: T, nth?: number): Promise<EventData<T>>;
  close(): Promise<void>;
}

class JobFacts {
  readonly all: JobFact[] = [];

  @Handles(...jobEvents)
  hear(fact: JobFact, _tx: EntityManager): Promise<void> {
    this.all.push(fact);
    return Promise.resolve();
  }
}

/** `topicPrefix` is that of the service under test. */
export async function testWindow(topicPrefix: string): Promise<TestWindow> {
  const [{ brokers }, database] = await Promise.all([
    testBroker(),
    testDatabase({ name: 'window', entities: messagingEntities, migrations: messagingMigrations }),
  ]);
  const { dataSource } = database;
  const messaging = new Messaging({ service: 'service-requests', brokers: [...brokers], topicPrefix }, dataSource);
  const facts = new JobFacts();
  messaging.registry.addInstance(facts);
  messaging.start();
  await messaging.started();
  const sent = new SentMessages(dataSource, messaging);
  const heard = (taskId: string) => facts.all.filter(({ data }) => data.taskId === taskId);
  return {
    open: (task) => sent.send(task.taskId, TaskOpenedV1.of(task)),
    cancel: (cancelled) => sent.send(cancelled.taskId, TaskCancelledV1.of(cancelled)),
    repeat: (taskId) => sent.repeat(taskId),
    heard,
    waitFor: (taskId, { type }, nth = 1) =>
      waitFor(() => heard(taskId).filter((fact) => fact.type === type)[nth - 1]?.data as never, {
        timeout: 20_000,
        what: `${type} (${nth}) about ${taskId}; heard: ${heard(taskId)
          .map((fact) => fact.type)
          .join(', ')}`,
      }),
    close: async () => {
      await messaging.stop();
      await database.close();
    },
  };
}

/** Remembers what went through the outbox, so that it can go through again. */
class SentMessages {
  private readonly rows = new Map<string, Record<string, unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly messaging: Messaging,
  ) {}

  async send(taskId: string, event: DomainEvent): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.messaging.outbox.add(tx, [event]);
      const [row] = await tx.query<Record<string, unknown>[]>('select * from outbox order by seq desc limit 1');
      if (row) this.rows.set(taskId, row);
    });
  }

  async repeat(taskId: string): Promise<void> {
    const row = this.rows.get(taskId);
    if (!row) throw new Error(`nothing was sent about ${taskId}`);
    const columns = ['id', 'topic', 'key', 'type', 'subject', 'time', 'data', 'headers'];
    await this.dataSource.query(
      `insert into outbox (${columns.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      columns.map((column) => row[column]),
    );
  }
}
