import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { KafkaMessage, Message } from 'kafkajs';
import { newId } from '@qi/kernel';
import type { DomainEvent } from '@qi/contracts';
import { toMessage } from '../src/wire/cloud-event';
import { until } from './servers';

/** The log itself, past everything that is being tested. */
export class RawLog {
  private readonly kafka: Kafka;

  constructor(
    brokers: string[],
    readonly topic: string,
  ) {
    this.kafka = new Kafka({ brokers, clientId: 'raw', logLevel: logLevel.NOTHING });
  }

  async send(messages: Message[]): Promise<void> {
    const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic: this.topic, messages });
    await producer.disconnect();
  }

  /** How many messages of the topic a group counts as dealt with. */
  async committedBy(groupId: string): Promise<number> {
    const admin = this.kafka.admin();
    await admin.connect();
    const [found] = await admin.fetchOffsets({ groupId, topics: [this.topic] });
    await admin.disconnect();
    return (found?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  }

  /** Everything on the topic, by partition and in order. */
  async readAll(): Promise<KafkaMessage[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(this.topic);
    await admin.disconnect();
    const total = ends.reduce((sum, { high }) => sum + Number(high), 0);
    const found = new Map<string, KafkaMessage>();
    const consumer = this.kafka.consumer({ groupId: `raw.${newId()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: [this.topic], fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        for (const message of batch.messages) found.set(`${batch.partition}@${message.offset}`, message);
      },
    });
    await until('the end of the log', async () => found.size >= total, 60_000);
    await consumer.disconnect();
    return [...found.values()];
  }
}

/** A well-formed message; `change` spoils it. */
export function messageOf(event: DomainEvent, key: string, change: Partial<Message> = {}): Message {
  const message = toMessage({
    id: newId(),
    key,
    type: event.type,
    source: '/qi/service-requests',
    subject: key,
    time: new Date(),
    data: JSON.stringify(event.data),
    headers: {},
  });
  return { ...message, ...change, headers: { ...message.headers, ...change.headers } };
}
