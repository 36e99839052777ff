import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterOf } from './kafka-jvm';

/** A cluster on disk: its id and size are fixed with its first start. */
export interface Cluster {
  clusterId: string;
  /** Own folder of each broker; its id is the index + 1. */
  folders: string[];
}

/** Reads `cluster.json` or makes it; a lost one is made again from the storage of the first broker. */
export function openCluster(dataDir: string, brokers: number): Cluster {
  const file = join(dataDir, 'cluster.json');
  const folders = Array.from({ length: brokers }, (_, index) => join(dataDir, `node-${index + 1}`));
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const clusterId = clusterOf(join(dataDir, 'node-1')) ?? newClusterId();
    writeFileSync(file, JSON.stringify({ clusterId, brokers }));
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as { clusterId: string; brokers: number };
  if (found.brokers !== brokers) {
    throw new Error(
      `${dataDir} holds a Kafka cluster of ${found.brokers} broker(s), not ${brokers}: use another folder. ` +
        `该目录中的 Kafka 集群有 ${found.brokers} 个节点，请另选目录。`,
    );
  }
  return { clusterId: found.clusterId, folders };
}

/** 16 random bytes in URL-safe base64, as Kafka writes its ids; a leading dash would read as an option. */
export function newClusterId(): string {
  return randomBytes(16).toString('base64url').replace(/^-/, 'q');
}
