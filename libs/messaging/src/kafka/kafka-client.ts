import { Logger } from '@nestjs/common';
import { Kafka, logLevel } from 'kafkajs';
import type { LogEntry } from 'kafkajs';
import type { MessagingOptions } from '../messaging-options';
import { patchRequestQueue } from './request-queue-patch';

const logger = new Logger('Kafka');

/**
 * Short waits everywhere: a dead broker is noticed by its closed socket, a frozen one only by `requestTimeout`, and the
 * look-up of a group's coordinator uses this retry, not the consumer's.
 */
export function createKafka(options: MessagingOptions, clientId: string): Kafka {
  patchRequestQueue();
  return new Kafka({
    clientId,
    brokers: [...options.brokers],
    ...options.kafka,
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 300 },
    logLevel: logLevel.WARN,
    logCreator: () => toLogger,
  });
}

/** What kafkajs calls an error is mostly a broker that is away for a moment and is retried: a warning here. */
function toLogger({ level, namespace, log }: LogEntry): void {
  const error: unknown = log['error'];
  const reason = typeof error === 'string' && error !== log.message ? `: ${error}` : '';
  const line = `${namespace}: ${log.message}${reason}`;
  if (level <= logLevel.WARN) logger.warn(line);
  else logger.debug(line);
}
