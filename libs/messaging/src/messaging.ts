import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { systemClock } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import type { Kafka } from 'kafkajs';
import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { ChunkApplier } from './consumer/chunk-applier';
import { ChunkDesk } from './consumer/chunk-desk';
import { HandlerRegistry } from './consumer/handler-registry';
import { KafkaConsumer } from './consumer/kafka-consumer';
import { DeadLetters } from './dead-letter/dead-letters';
import { claimSlot } from './instance-slot';
import { BrokerWatch } from './kafka/broker-watch';
import { createKafka } from './kafka/kafka-client';
import { producedTopics } from './kafka/topics';
import { MessagingHealth } from './messaging-health';
import { DEFAULT_CHUNK_SIZE, DEFAULT_INBOX_DAYS, DEFAULT_PARTITIONS, groupOf, wireTopic } from './messaging-options';
import type { MessagingOptions } from './messaging-options';
import { Metrics } from './metrics';
import { Outbox } from './outbox/outbox';
import { DatabaseSession } from './relay/database-session';
import { OutboxStore } from './relay/outbox-store';
import { Relay } from './relay/relay';
import { Shipper } from './relay/shipper';

const RETRY_MS = 500;

/** Everything of one service, put together. Usable without Nest; MessagingModule only wires it. */
export class Messaging {
  readonly metrics: Metrics;
  readonly registry: HandlerRegistry;
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly deadLetters: DeadLetters;
  readonly health: MessagingHealth;

  private readonly logger = new Logger('Messaging');
  private readonly session: DatabaseSession;
  private readonly kafka: Kafka;
  private readonly brokers: BrokerWatch;
  private consumer: KafkaConsumer | undefined;
  private starting: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    clock: Clock = systemClock,
  ) {
    this.metrics = new Metrics(options.service);
    this.registry = new HandlerRegistry(this.metrics);
    this.session = new DatabaseSession(clientConfigOf(dataSource), () => this.relay.notified());
    this.kafka = createKafka(options, groupOf(options));
    this.brokers = new BrokerWatch(this.kafka);
    this.relay = new Relay({
      session: this.session,
      store: new OutboxStore(this.session, `/qi/${options.service}`),
      shipper: new Shipper(this.kafka),
      metrics: this.metrics,
      inboxDays: options.inboxDays ?? DEFAULT_INBOX_DAYS,
    });
    this.outbox = new Outbox(options, clock, () => this.relay.wake());
    this.deadLetters = new DeadLetters(dataSource, this.registry, clock);
    this.health = new MessagingHealth(() => ({
      broker: this.brokers.isUp,
      consumer: this.topics().length === 0 || (this.consumer?.isHealthy() ?? false),
      relay: this.relay.isHealthy(),
    }));
  }

  /** Returns at once: a service answers HTTP without a broker. All handlers must have been registered. */
  start(): void {
    this.starting ??= this.connect();
  }

  /** Resolves once topics exist, the relay runs and the consumer has joined its group. */
  async started(): Promise<void> {
    await this.starting;
  }

  /** First the consumer leaves, so that no new work begins. */
  async stopConsuming(): Promise<void> {
    this.stopping = true;
    await this.leave();
    await this.starting?.catch(() => undefined);
    // It may have been built, and have joined, while the first call was under way.
    await this.leave();
  }

  private async leave(): Promise<void> {
    await this.consumer?.stop().catch((error: unknown) => this.logger.warn(`leaving the group: ${String(error)}`));
  }

  /** Then the outbox is shipped, for `drainMs` at most, and the connections close. Idempotent. */
  async stop(drainMs?: number): Promise<void> {
    await this.stopConsuming();
    await this.relay.stop(drainMs);
    await this.session.close();
    await this.brokers.close();
  }

  private topics(): string[] {
    return this.options.consume === false ? [] : this.registry.topics();
  }

  private async connect(): Promise<void> {
    this.relay.start();
    const consumed = this.topics();
    const topics = [...new Set([...producedTopics(this.options.service), ...consumed])];
    const wire = (names: readonly string[]): string[] => names.map((name) => wireTopic(this.options, name));
    const partitions = this.options.partitions ?? DEFAULT_PARTITIONS;
    await this.untilDone('creating topics', () => this.brokers.open(wire(topics), partitions));
    if (consumed.length > 0) await this.untilDone('joining the group', () => this.join(wire(consumed)));
  }

  private async join(topics: readonly string[]): Promise<void> {
    const groupId = groupOf(this.options);
    const clientId = `${groupId}.${await claimSlot(this.session)}`;
    const applier = new ChunkApplier(this.dataSource, this.registry, this.metrics);
    const consumer = new KafkaConsumer({
      kafka: createKafka(this.options, clientId),
      groupId,
      clientId,
      topics,
      desk: new ChunkDesk(applier, this.metrics, this.options.chunkSize ?? DEFAULT_CHUNK_SIZE),
      metrics: this.metrics,
      exit: this.options.exit ?? ((code) => process.exit(code)),
    });
    // Known before it has joined: a stop in between must reach it.
    this.consumer = consumer;
    try {
      await consumer.start();
    } catch (error) {
      await consumer.stop().catch(() => undefined);
      throw error;
    }
  }

  private async untilDone(what: string, work: () => Promise<void>): Promise<void> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        this.logger.warn(`${what} (attempt ${attempt}): ${(error as Error).message}`);
        await sleep(RETRY_MS);
      }
    }
  }
}

/** The connection settings of the service's own pool. */
function clientConfigOf({ options }: DataSource): ClientConfig {
  if (options.type !== 'postgres') throw new Error(`messaging needs PostgreSQL, not ${options.type}`);
  const { url, host, port, username, password, database } = options;
  const ssl = options.ssl as ClientConfig['ssl'];
  const secure = ssl === undefined ? {} : { ssl };
  if (url) return { connectionString: url, ...secure };
  return { host, port, user: username, password, database, ...secure } as ClientConfig;
}
