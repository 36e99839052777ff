import { Counter, Gauge, Histogram, register } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MESSAGES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The default registry is shared by everything in the process: a metric that exists is used, not made again. */
function once<T>(name: string, make: () => T): T {
  return (register.getSingleMetric(name) as T | undefined) ?? make();
}

function gauge(name: string, help: string, labelNames: string[]): Gauge {
  return once(name, () => new Gauge({ name, help, labelNames }));
}

function counter(name: string, help: string, labelNames: string[]): Counter {
  return once(name, () => new Counter({ name, help, labelNames }));
}

function histogram(name: string, help: string, buckets: number[], labelNames: string[]): Histogram {
  return once(name, () => new Histogram({ name, help, buckets, labelNames }));
}

export type ChunkOutcome = 'applied' | 'failed' | 'retried';

/** What messaging counts, all with the service as a label. */
export class Metrics {
  private readonly depth = gauge('qi_outbox_depth', 'Events committed and not yet on Kafka', ['service']);
  private readonly age = gauge('qi_outbox_age_seconds', 'Age of the oldest event not yet on Kafka', ['service']);
  private readonly sent = counter('qi_relay_sent_total', 'Events shipped to Kafka', ['service']);
  private readonly unsent = counter('qi_relay_failed_total', 'Batches that have to be sent again', ['service']);
  private readonly batch = histogram('qi_relay_batch_messages', 'Events per batch shipped', MESSAGES, ['service']);
  private readonly lagging = gauge('qi_consumer_lag', 'Messages behind the end of the partition', [
    'service',
    'topic',
    'partition',
  ]);
  private readonly chunks = counter('qi_consumer_chunks_total', 'Transactions over messages', ['service', 'outcome']);
  private readonly unknown = counter('qi_consumer_ignored_total', 'Messages of a type nobody handles', ['service']);
  private readonly repeated = counter('qi_consumer_duplicates_total', 'Messages dropped by the inbox', ['service']);
  private readonly dead = counter('qi_dead_letters_total', 'Messages put aside', ['service', 'type']);
  private readonly handler = histogram('qi_handler_seconds', 'Time in a handler', SECONDS, ['service', 'type']);

  constructor(private readonly service: string) {}

  shipped(messages: number): void {
    this.sent.inc({ service: this.service }, messages);
    this.batch.observe({ service: this.service }, messages);
  }

  notShipped(): void {
    this.unsent.inc({ service: this.service });
  }

  backlog({ depth, ageSeconds }: { depth: number; ageSeconds: number }): void {
    this.depth.set({ service: this.service }, depth);
    this.age.set({ service: this.service }, ageSeconds);
  }

  lag(topic: string, partition: number, messages: number): void {
    this.lagging.set({ service: this.service, topic, partition }, messages);
  }

  chunk(outcome: ChunkOutcome): void {
    this.chunks.inc({ service: this.service, outcome });
  }

  ignored(messages: number): void {
    this.unknown.inc({ service: this.service }, messages);
  }

  duplicates(messages: number): void {
    this.repeated.inc({ service: this.service }, messages);
  }

  deadLetter(type: string): void {
    this.dead.inc({ service: this.service, type });
  }

  /** Returns a function that ends the measurement. */
  handling(type: string): () => void {
    return this.handler.startTimer({ service: this.service, type });
  }
}
