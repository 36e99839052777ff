/** Everything on a topic, read to its end: what the brokers hold and in which order. */
import type { KafkaMessage } from 'kafkajs';
import { kafkaClient } from './kafka-client.mts';

export interface Logged {
  readonly id: string;
  readonly key: string;
  /** When the broker appended it (topic setting `message.timestamp.type=LogAppendTime`), epoch milliseconds. */
  readonly at: number;
  readonly data: Record<string, unknown>;
}

export async function stampAppends(brokers: readonly string[], topic: string): Promise<void> {
  const admin = kafkaClient(brokers).admin();
  await admin.connect();
  const configEntries = [{ name: 'message.timestamp.type', value: 'LogAppendTime' }];
  await admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: topic, configEntries }] });
  await admin.disconnect();
}

export async function readLog(brokers: readonly string[], topic: string): Promise<Logged[]> {
  const kafka = kafkaClient(brokers);
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const open = new Set(ends.filter(({ high }) => high !== '0').map(({ partition }) => partition));
  const found: Logged[] = [];
  const consumer = kafka.consumer({ groupId: `bench-log-${process.pid}-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    if (open.size === 0) resolve();
    const late = setTimeout(() => reject(new Error(`${topic} could not be read to its end`)), 120_000);
    consumer
      .run({
        autoCommit: false,
        eachBatch: ({ batch: { messages, partition } }) => {
          found.push(...messages.map(logged));
          const end = ends.find((each) => each.partition === partition)?.high ?? '0';
          if (BigInt(messages.at(-1)?.offset ?? '0') + 1n >= BigInt(end)) open.delete(partition);
          if (open.size === 0) resolve(clearTimeout(late));
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return found;
}

function logged({ key, value, timestamp, headers }: KafkaMessage): Logged {
  return {
    id: headers?.['ce_id']?.toString() ?? '',
    key: key?.toString() ?? '',
    at: Number(timestamp),
    data: JSON.parse(value?.toString() ?? '{}') as Record<string, unknown>,
  };
}

/** Keys whose numbered facts do not come first time in order 1, 2, 3 …; a repeat of an id that was there is no fault. */
export function orderViolations(log: readonly Logged[], numberOf: (fact: Logged) => number): number {
  const seen = new Set<string>();
  const last = new Map<string, number>();
  let violations = 0;
  for (const fact of log) {
    if (seen.has(fact.id)) continue;
    seen.add(fact.id);
    if (numberOf(fact) !== (last.get(fact.key) ?? 0) + 1) violations += 1;
    last.set(fact.key, numberOf(fact));
  }
  return violations;
}
