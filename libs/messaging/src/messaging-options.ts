import type { ServiceName } from '@qi/contracts';
import type { KafkaConfig } from 'kafkajs';

export interface MessagingOptions {
  readonly service: ServiceName;
  readonly brokers: readonly string[];
  /** Put before every topic and group name, so that test files and stages can share one broker. */
  readonly topicPrefix?: string | undefined;
  readonly kafka?: Pick<KafkaConfig, 'ssl' | 'sasl'> | undefined;
  /** Partitions of topics that are created; topics that exist are left as they are. */
  readonly partitions?: number | undefined;
  /** False leaves the handlers of this process idle; its outbox is still shipped. */
  readonly consume?: boolean | undefined;
  /** At most this many messages share one transaction. */
  readonly chunkSize?: number | undefined;
  /** Days for which an applied event is remembered; must exceed the retention of the topics. */
  readonly inboxDays?: number | undefined;
  /** Called when the consumer ends for good; a supervisor is expected to start the process again. */
  readonly exit?: ((code: number) => void) | undefined;
}

export const DEFAULT_PARTITIONS = 6;
export const DEFAULT_CHUNK_SIZE = 200;
export const DEFAULT_INBOX_DAYS = 14;
/**
 * Topics keep messages this long: less than the inbox remembers, so that nothing old can be applied twice. Kept
 * ones (`EventContract.kept`) are facts that may be.
 */
export const TOPIC_RETENTION_DAYS = 7;

export function wireTopic(options: Pick<MessagingOptions, 'topicPrefix'>, topic: string): string {
  return `${options.topicPrefix ?? ''}${topic}`;
}

/** One group per service; every replica of it reads the same list of topics. */
export function groupOf(options: Pick<MessagingOptions, 'topicPrefix' | 'service'>): string {
  return wireTopic(options, `qi.${options.service}`);
}
