import { Partitioners } from 'kafkajs';
import type { ICustomPartitioner, Kafka, Producer, TopicMessages } from 'kafkajs';
import { toMessage } from '../wire/cloud-event';
import type { StoredEvent } from './outbox-store';

/** After this long a send counts as lost and the producer is built anew: a frozen broker answers nothing at all. */
const SEND_DEADLINE_MS = 12_000;

/**
 * Sends one batch at a time, whole, and calls it sent only when every partition that got a part of it has answered.
 *
 * kafkajs 2.2.4 loses acknowledged messages in two ways. With `idempotent: true` it lowers the sequence number after an
 * error, and if the broker had stored the batch, the next one is taken for its duplicate. With its own retries it keeps
 * the answers per broker, so that after a change of leader the partitions of the dead one are skipped and the call still
 * resolves. Hence: not idempotent, no retries inside, one request in flight, and the answer is compared with what was
 * sent. Sending a batch again repeats whole parts of it; the inboxes drop those.
 */
export class Shipper {
  private producer: Producer | undefined;
  private closed = false;
  private readonly sentTo = new Set<string>();

  constructor(private readonly kafka: Kafka) {}

  /** Resolves when the brokers have stored every event; rejects when that is not certain. */
  async send(events: readonly StoredEvent[]): Promise<void> {
    const producer = await this.connected();
    this.sentTo.clear();
    const answers = await withDeadline(producer.sendBatch({ acks: -1, topicMessages: byTopic(events) }));
    const answered = new Set(answers.map(({ topicName, partition }) => `${topicName}/${partition}`));
    const silent = [...this.sentTo].filter((target) => !answered.has(target));
    if (silent.length > 0) throw new Error(`no answer for ${silent.join(', ')}`);
  }

  /** Drops the producer without waiting for it; the next send makes a new one. */
  rebuild(): void {
    const old = this.producer;
    this.producer = undefined;
    void old?.disconnect().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    const old = this.producer;
    this.producer = undefined;
    await old?.disconnect().catch(() => undefined);
  }

  private async connected(): Promise<Producer> {
    if (this.closed) throw new Error('the shipper is closed');
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      idempotent: false,
      maxInFlightRequests: 1,
      retry: { retries: 0 },
      metadataMaxAge: 5_000,
      allowAutoTopicCreation: false,
      createPartitioner: this.recordingPartitioner(),
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  private recordingPartitioner(): ICustomPartitioner {
    return () => {
      const choose = Partitioners.DefaultPartitioner();
      return (args) => {
        const partition = choose(args);
        this.sentTo.add(`${args.topic}/${partition}`);
        return partition;
      };
    };
  }
}

function byTopic(events: readonly StoredEvent[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const event of events) {
    const entry = topics.get(event.topic) ?? { topic: event.topic, messages: [] };
    topics.set(event.topic, entry);
    entry.messages.push(toMessage(event));
  }
  return [...topics.values()];
}

async function withDeadline<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${SEND_DEADLINE_MS} ms`)), SEND_DEADLINE_MS);
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}
