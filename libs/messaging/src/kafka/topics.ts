import { contracts, topicOf } from '@qi/contracts';
import type { ServiceName } from '@qi/contracts';
import type { Admin } from 'kafkajs';
import { TOPIC_RETENTION_DAYS } from '../messaging-options';

/** Topics on which this service's own facts go out. */
export function producedTopics(service: ServiceName): string[] {
  const own = contracts.filter(({ producers }) => producers.includes(service));
  return [...new Set(own.map(({ aggregate }) => topicOf(service, aggregate)))];
}

/**
 * Creates the topics that do not exist; those that do are left as they are. Three copies where there are three brokers,
 * and then a write counts once two have it.
 */
export async function ensureTopics(admin: Admin, topics: readonly string[], partitions: number): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  const copies = Math.min(3, brokers.length);
  const configEntries = [
    { name: 'min.insync.replicas', value: String(Math.max(1, copies - 1)) },
    { name: 'retention.ms', value: String(TOPIC_RETENTION_DAYS * 86_400_000) },
  ];
  const specs = missing.map((topic) => ({
    topic,
    numPartitions: partitions,
    replicationFactor: copies,
    configEntries,
  }));
  try {
    await admin.createTopics({ topics: specs, waitForLeaders: true });
  } catch (error) {
    // Another service that shares a topic may have been faster with some of them.
    const now = new Set(await admin.listTopics());
    if (!missing.every((topic) => now.has(topic))) throw error;
  }
}
