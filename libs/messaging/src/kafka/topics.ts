import { contracts, topicOf, topicsOf } from '@qi/contracts';
import type { ServiceName } from '@qi/contracts';
import type { Admin } from 'kafkajs';
import { TOPIC_RETENTION_DAYS } from '../messaging-options';

/** Topics on which this service's own facts go out. */
export function producedTopics(service: ServiceName): string[] {
  const own = contracts.filter(({ producers }) => producers.includes(service));
  return [...new Set(own.map(({ aggregate }) => topicOf(service, aggregate)))];
}

const FOR_EVER = '-1';

/** Milliseconds as text. Topics are named with the installation's prefix in front. */
export function retentionOf(topic: string): string {
  const kept = contracts.some((contract) => contract.kept && topicsOf(contract).some((name) => topic.endsWith(name)));
  return kept ? FOR_EVER : String(TOPIC_RETENTION_DAYS * 86_400_000);
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
  const configEntries = [{ name: 'min.insync.replicas', value: String(Math.max(1, copies - 1)) }];
  const specs = missing.map((topic) => ({
    topic,
    numPartitions: partitions,
    replicationFactor: copies,
    configEntries: [...configEntries, { name: 'retention.ms', value: retentionOf(topic) }],
  }));
  try {
    await admin.createTopics({ topics: specs, waitForLeaders: true });
  } catch (error) {
    // Another service that shares a topic may have been faster with some of them.
    const now = new Set(await admin.listTopics());
    if (!missing.every((topic) => now.has(topic))) throw error;
  }
}
