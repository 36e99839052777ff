/** kafkajs as the benchmarks need it: without its log, and with the timer of its request queue mended. */
import { patchRequestQueue } from '@qi/messaging';
import { Kafka, logLevel } from 'kafkajs';

export function kafkaClient(brokers: readonly string[]): Kafka {
  patchRequestQueue();
  return new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
}
