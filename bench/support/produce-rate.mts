/** What kafkajs can produce to this broker: batches of 600-byte messages, one batch outstanding, acks from all. */
import { Partitioners } from 'kafkajs';
import { kafkaClient } from './kafka-client.mts';

export async function produceRate(brokers: readonly string[], seconds = 5): Promise<number> {
  const kafka = kafkaClient(brokers);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'bench.produce', numPartitions: 6 }] });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const value = Buffer.alloc(600, 'x');
  const messages = Array.from({ length: 500 }, (_, index) => ({ key: String(index), value }));
  const started = performance.now();
  let sent = 0;
  while (performance.now() - started < seconds * 1000) {
    await producer.send({ topic: 'bench.produce', acks: -1, messages });
    sent += messages.length;
  }
  const rate = sent / ((performance.now() - started) / 1000);
  await producer.disconnect();
  return rate;
}
