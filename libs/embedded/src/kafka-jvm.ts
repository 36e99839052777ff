import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDraft, keepAside } from './draft';
import type { Java } from './java';
import type { BrokerPlan } from './kafka-broker';
import type { KafkaJars } from './kafka-jars';
import { toProperties } from './kafka-settings';
import { runCommand } from './run-command';
import { lastLines, startServerProcess } from './server-process';
import type { ServerProcess } from './server-process';

const LOGGING = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
  <Appenders><Console name="console"><PatternLayout pattern="%d %p %c{1} %m%n%throwable{short}"/></Console></Appenders>
  <Loggers><Root level="WARN"><AppenderRef ref="console"/></Root></Loggers>
</Configuration>
`;

/** A JVM with the broker's classes. */
export interface Runtime {
  java: Java;
  jars: KafkaJars;
}

/** Writes the broker's configuration and formats its storage for the cluster unless that was done. */
export async function prepareNode(runtime: Runtime, plan: BrokerPlan, log: (line: string) => void): Promise<void> {
  const { folder, clusterId } = plan;
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'log4j2.xml'), LOGGING);
  writeFileSync(propertiesOf(folder), toProperties({ ...plan.settings, 'log.dirs': data }));
  const found = clusterOf(folder);
  if (found === clusterId) return;
  if (found) {
    throw new Error(
      `${folder} belongs to the Kafka cluster ${found}, not to ${clusterId}: move it away, or choose another folder. ` +
        `该目录属于另一个 Kafka 集群，请移走或另选目录。`,
    );
  }
  keepAside(data, log);
  const draft = freshDraft(data);
  await format(runtime, plan, draft);
  renameSync(draft, data);
}

async function format(runtime: Runtime, plan: BrokerPlan, draft: string): Promise<void> {
  const properties = join(plan.folder, 'format.properties');
  writeFileSync(properties, toProperties({ ...plan.settings, 'log.dirs': draft }));
  const tool = ['kafka.tools.StorageTool', 'format', '-t', plan.clusterId, '-c', properties];
  const { code, stdout, stderr } = await runCommand(runtime.java.file, [...jvmArguments(runtime, plan), ...tool]);
  rmSync(properties);
  if (code !== 0) throw new Error(`Kafka's storage could not be formatted: ${lastLines(stdout + stderr)}`);
}

/** The cluster a node's storage was formatted for, or undefined when it was not, or not to the end. */
export function clusterOf(folder: string): string | undefined {
  const file = join(folder, 'data', 'meta.properties');
  return existsSync(file) ? /^cluster\.id=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.trim() : undefined;
}

/** Starts the broker, ready or not; `extra` are options for its JVM. */
export async function launchNode(runtime: Runtime, plan: BrokerPlan, extra: string[] = []): Promise<ServerProcess> {
  const { folder } = plan;
  const server = await startServerProcess({
    name: 'Kafka',
    file: runtime.java.file,
    args: [...jvmArguments(runtime, plan), ...extra, 'kafka.Kafka', propertiesOf(folder)],
    env: process.env,
    cwd: folder,
    logFile: join(folder, 'kafka.log'),
    stopSignal: 'SIGTERM',
  });
  writeFileSync(join(folder, 'kafka.pid'), String(server.pid));
  return server;
}

export function propertiesOf(folder: string): string {
  return join(folder, 'server.properties');
}

function jvmArguments({ java, jars }: Runtime, { folder, heapMb }: BrokerPlan): string[] {
  const archive = jars.archiveFor(java);
  return [
    '-Xms64m',
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-Djava.awt.headless=true',
    // An archive that does not fit is passed over in silence: everything works without it, only later.
    ...['-Xlog:disable', '-Xlog:all=error:stderr'],
    `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`,
    ...(existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : []),
    ...['-cp', jars.classpath],
  ];
}
