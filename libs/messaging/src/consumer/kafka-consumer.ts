import { Logger } from '@nestjs/common';
import type { Consumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import type { Metrics } from '../metrics';
import type { ChunkDesk } from './chunk-desk';
import { Ghost } from './ghost';
import { OffsetCommits } from './offset-commits';
import { Pulse } from './pulse';

const HEARTBEAT_MS = 1_000;
/** kafkajs hands partitions to this many callbacks at once; the desk joins them into one transaction. */
const PARTITIONS_AT_ONCE = 64;
const SILENT_AFTER_MS = 30_000;

export interface ConsumerParts {
  readonly kafka: Kafka;
  readonly groupId: string;
  /** Unique among the living replicas and the same again after a restart. */
  readonly clientId: string;
  readonly topics: readonly string[];
  readonly desk: ChunkDesk;
  readonly metrics: Metrics;
  readonly exit: (code: number) => void;
}

/** One member of the service's consumer group. Offsets move only after the work behind them is durable. */
export class KafkaConsumer {
  private readonly logger = new Logger('Consumer');
  private readonly ghost: Ghost;
  private readonly consumer: Consumer;
  private readonly commits = new OffsetCommits();
  private stopping = false;
  private joined = false;
  private crashed = false;
  private seenAt = 0;
  private settled: (error?: Error) => void = () => undefined;
  /** Of the first join; kafkajs' own `run` also returns when that has failed and is tried again behind it. */
  private readonly firstJoin = new Promise<void>((resolve, reject) => {
    this.settled = (error) => (error ? reject(error) : resolve());
  });

  constructor(private readonly parts: ConsumerParts) {
    this.ghost = new Ghost(parts.groupId, parts.clientId);
    this.consumer = parts.kafka.consumer({
      groupId: parts.groupId,
      partitionAssigners: [this.ghost.assigner],
      sessionTimeout: 10_000,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: 60_000,
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: 256 * 1024,
      maxBytes: 4 * 1024 * 1024,
      metadataMaxAge: 5_000,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 300, restartOnFailure: () => this.revive() },
    });
    this.listen();
  }

  /**
   * Joins the group. Throws when no broker can be reached, or when it has no coordinator yet (a broker that has just
   * started for the first time loads for seconds); may then be called again on a new instance.
   */
  async start(): Promise<void> {
    // Awaited below; a failure before that is not an unhandled one.
    this.firstJoin.catch(() => undefined);
    await this.consumer.connect();
    await this.ghost.evict();
    if (this.stopping) return;
    await this.consumer.subscribe({ topics: [...this.parts.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.eachBatch(payload),
    });
    await this.firstJoin;
  }

  /** Finishes the chunk at hand, commits its offsets and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.settled();
    await this.commits.now().catch((error: Error) => this.logger.warn(`offsets not committed: ${error.message}`));
    await this.consumer.disconnect();
    this.joined = false;
  }

  isHealthy(): boolean {
    return this.joined && !this.crashed && Date.now() - this.seenAt < SILENT_AFTER_MS;
  }

  private listen(): void {
    const { events } = this.consumer;
    this.consumer.on(events.GROUP_JOIN, () => {
      this.joined = true;
      this.settled();
      this.seenAt = Date.now();
    });
    this.consumer.on(events.HEARTBEAT, () => {
      this.seenAt = Date.now();
    });
    this.consumer.on(events.CRASH, ({ payload }: ConsumerCrashEvent) => this.onCrash(payload));
  }

  private onCrash({ error, restart }: ConsumerCrashEvent['payload']): void {
    const joinedBefore = this.seenAt > 0;
    this.joined = false;
    if (restart) return this.logger.warn(`consumer starts again after: ${error.message}`);
    this.crashed = true;
    if (!joinedBefore) return this.settled(error);
    if (this.stopping) return;
    // kafkajs will not start it again. Better a restart that is seen than a service that silently reads nothing.
    this.logger.error(`consumer ended for good: ${error.stack ?? error.message}`);
    this.parts.exit(1);
  }

  private async revive(): Promise<boolean> {
    if (this.stopping) return false;
    await this.ghost.evict();
    return true;
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const pulse = new Pulse(payload.heartbeat, HEARTBEAT_MS);
    const alive = (): boolean => !this.stopping && pulse.ok && payload.isRunning() && !payload.isStale();
    const incoming = batch.messages.map((message) => ({ topic: batch.topic, partition: batch.partition, message }));
    try {
      for (let at = 0; at < incoming.length && alive();) {
        const messages = incoming.slice(at, at + this.parts.desk.chunkSize);
        const done = await this.parts.desk.submit({ messages, alive });
        at += done;
        const last = incoming[at - 1];
        if (last) payload.resolveOffset(last.message.offset);
        this.noteLag(payload, last?.message.offset);
        await pulse.beat();
      }
      this.commits.note(() => payload.commitOffsetsIfNecessary(payload.uncommittedOffsets()));
      if (this.stopping) await this.commits.now();
    } finally {
      pulse.stop();
    }
    pulse.check();
  }

  private noteLag({ batch }: EachBatchPayload, offset: string | undefined): void {
    if (offset === undefined) return;
    const lag = Number(BigInt(batch.highWatermark) - 1n - BigInt(offset));
    this.parts.metrics.lag(batch.topic, batch.partition, Math.max(0, lag));
  }
}
