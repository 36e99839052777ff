import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port';
import type { Java } from './java';
import type { KafkaJars } from './kafka-jars';
import { liveBrokers } from './kafka-probe';
import { brokerSettings, toProperties } from './kafka-settings';
import { lastLines, startServerProcess } from './server-process';
import type { ServerProcess } from './server-process';

/** What brokers run on: a JVM and the jars. */
export interface KafkaRuntime {
  java: Java;
  jars: KafkaJars;
  heapMb: number;
}

const LOGGING = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
  <Appenders><Console name="console"><PatternLayout pattern="%d %p %c{1} %m%n%throwable{short}"/></Console></Appenders>
  <Loggers><Root level="WARN"><AppenderRef ref="console"/></Root></Loggers>
</Configuration>
`;

/**
 * Formats the storage of a node for `clusterId` unless that was done. It is formatted under another name and renamed when
 * complete; a `data` folder that was never formatted is kept aside.
 */
export function formatNode(runtime: KafkaRuntime, folder: string, clusterId: string): void {
  const data = join(folder, 'data');
  const found = clusterOf(folder);
  if (found === clusterId) return;
  if (found) {
    throw new Error(
      `${folder} belongs to the Kafka cluster ${found}, not to ${clusterId}: move it away, or choose another folder. ` +
        `该目录属于另一个 Kafka 集群，请移走或另选目录。`,
    );
  }
  if (existsSync(data)) renameSync(data, `${data}.incomplete-${Date.now()}`);
  const draft = `${data}.partial`;
  rmSync(draft, { recursive: true, force: true });
  const properties = join(folder, 'server.properties');
  const settings = readFileSync(properties, 'utf8').replace(
    /^log\.dirs=.*$/m,
    toProperties({ 'log.dirs': draft }).trim(),
  );
  const formatProperties = join(folder, 'format.properties');
  writeFileSync(formatProperties, settings);
  const result = spawnSync(
    runtime.java.file,
    [...jvmArguments(runtime, folder), 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', formatProperties],
    { encoding: 'utf8' },
  );
  rmSync(formatProperties);
  if (result.status !== 0) {
    throw new Error(`Kafka's storage could not be formatted: ${lastLines(result.stderr + result.stdout)}`);
  }
  renameSync(draft, data);
}

/** The cluster a node's storage was formatted for, or undefined when it was not, or not to the end. */
export function clusterOf(folder: string): string | undefined {
  const file = join(folder, 'data', 'meta.properties');
  return existsSync(file) ? /^cluster\.id=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.trim() : undefined;
}

/** Writes `server.properties` and the logging configuration of a node. */
export function writeNodeFiles(folder: string, settings: Record<string, string>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'server.properties'), toProperties({ ...settings, 'log.dirs': join(folder, 'data') }));
  writeFileSync(join(folder, 'log4j2.xml'), LOGGING);
}

/** Starts the broker whose files are in `folder`; ready or not. */
export async function launchNode(runtime: KafkaRuntime, folder: string, extra: string[] = []): Promise<ServerProcess> {
  const server = await startServerProcess({
    name: 'Kafka',
    file: runtime.java.file,
    args: [...jvmArguments(runtime, folder), ...extra, 'kafka.Kafka', join(folder, 'server.properties')],
    env: process.env,
    cwd: folder,
    logFile: join(folder, 'kafka.log'),
    stopSignal: 'SIGTERM',
  });
  writeFileSync(join(folder, 'kafka.pid'), String(server.pid));
  return server;
}

function jvmArguments({ java, jars, heapMb }: KafkaRuntime, folder: string): string[] {
  const archive = jars.archiveFor(java);
  return [
    '-Xms64m',
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-Djava.awt.headless=true',
    '-Xlog:disable',
    '-Xlog:all=error:stderr',
    `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`,
    ...(existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : []),
    ...['-cp', jars.classpath],
  ];
}

/**
 * Makes the class archive of these jars for this JVM, once, by running a throw-away broker: later brokers start in half
 * the time. Without it everything works the same, so a failure is only told.
 */
export async function makeClassArchive(runtime: KafkaRuntime, log: (line: string) => void): Promise<void> {
  const archive = runtime.jars.archiveFor(runtime.java);
  if (existsSync(archive)) return;
  log('preparing a class archive for the broker (once)');
  const folder = mkdtempSync(join(tmpdir(), 'qi-kafka-archive-'));
  const draft = `${archive}.${process.pid}`;
  try {
    const node = { id: 1, port: await freePort(), controllerPort: await freePort() };
    writeNodeFiles(folder, brokerSettings(node, { nodes: [node], fastFailover: false }));
    formatNode(runtime, folder, 'q1q1q1q1q1q1q1q1q1q1qw');
    const server = await launchNode(runtime, folder, [`-XX:ArchiveClassesAtExit=${draft}`]);
    for (let left = 300; left > 0 && server.exit() === undefined; left -= 1) {
      if ((await liveBrokers(node.port).catch(() => [])).length > 0) break;
      await sleep(100);
    }
    await server.stop();
    renameSync(draft, archive);
  } catch (error) {
    log(`no class archive: ${error instanceof Error ? error.message : String(error)}`);
    rmSync(draft, { force: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
