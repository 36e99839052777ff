import { Logger } from '@nestjs/common';
import type { Admin, Kafka } from 'kafkajs';
import { ensureTopics } from './topics';

const LOOK_MS = 5_000;
const STALE_AFTER_MS = 12_000;

/** Knows whether a broker answers, by asking now and then; creates the topics when one first does. */
export class BrokerWatch {
  private readonly logger = new Logger('Kafka');
  private readonly admin: Admin;
  private timer: NodeJS.Timeout | undefined;
  private answeredAt = 0;
  private asking = false;

  constructor(kafka: Kafka) {
    this.admin = kafka.admin();
  }

  get isUp(): boolean {
    return Date.now() - this.answeredAt < STALE_AFTER_MS;
  }

  /** Throws while no broker can be reached. */
  async open(topics: readonly string[], partitions: number): Promise<void> {
    await this.admin.connect();
    await ensureTopics(this.admin, topics, partitions);
    this.answeredAt = Date.now();
    this.timer ??= setInterval(() => void this.look(), LOOK_MS);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.admin.disconnect().catch(() => undefined);
  }

  private async look(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      await this.admin.describeCluster();
      this.answeredAt = Date.now();
    } catch (error) {
      this.logger.warn(`no broker answers: ${(error as Error).message}`);
      // A closed admin connection is not opened again by itself.
      await this.admin.connect().catch(() => undefined);
    } finally {
      this.asking = false;
    }
  }
}
