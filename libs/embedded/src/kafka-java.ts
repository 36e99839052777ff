import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Java } from './java';
import type { BrokerKind } from './kafka-broker';
import { withClassArchive } from './kafka-class-archive';
import type { KafkaJars } from './kafka-jars';
import { launchNode, prepareNode, propertiesOf } from './kafka-jvm';
import { endOrphan } from './orphan';

/** Brokers as processes of `java` with the jars. */
export function javaBrokers(java: Java, jars: KafkaJars, log: (line: string) => void): BrokerKind {
  return {
    name: 'jars',
    prepare: async (plan) => {
      await withClassArchive(java, jars, log);
      await prepareNode({ java, jars }, plan, log);
    },
    launch: (plan) => launchNode({ java, jars }, plan),
    endOrphan: async ({ folder }) => {
      const file = join(folder, 'kafka.pid');
      if (existsSync(file)) await endOrphan(Number(readFileSync(file, 'utf8')), propertiesOf(folder), 'SIGTERM');
    },
    remove: () => Promise.resolve(),
  };
}
