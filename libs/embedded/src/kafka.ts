import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock';
import { freePort, isPortFree, PortInUseError } from './free-port';
import { clusterOf, formatNode, launchNode, makeClassArchive, writeNodeFiles } from './kafka-java';
import type { KafkaRuntime } from './kafka-java';
import { fetchKafkaJars } from './kafka-jars';
import { kafkaNode, untilAllLive } from './kafka-node';
import type { KafkaNode, LaunchableNode } from './kafka-node';
import { brokerSettings } from './kafka-settings';
import type { NodeAddress } from './kafka-settings';
import { findJava } from './java';
import { endOrphan } from './orphan';

export interface KafkaOptions {
  /** Folder for the cluster: one folder per node with its data and `kafka.log`. Made when absent. */
  dataDir: string;
  /** Port of the first broker, the others follow it; free ones unless given. */
  port?: number | undefined;
  /** 1 (default), or 3: replication factor 3, two in-sync replicas needed. */
  brokers?: 1 | 3 | undefined;
  /** Largest heap of each broker in megabytes; 256 by default. */
  heapMb?: number | undefined;
  /** Hears progress lines; the brokers' own output goes to `kafka.log`. */
  log?: ((line: string) => void) | undefined;
  /** Broker settings that win over ours, e.g. `{ 'log.retention.hours': '1' }`. */
  settings?: Record<string, string> | undefined;
  /**
   * True by default: new leaders after about 3 s, and a broker killed with -9 is back after 4 s, instead of 8–13 s with
   * Kafka's own settings.
   */
  fastFailover?: boolean | undefined;
}

export interface RunningKafka {
  /** `127.0.0.1:port` of every broker. */
  readonly brokers: string[];
  readonly nodes: KafkaNode[];
  /** Ends all brokers in at most about ten seconds; may be called again. */
  stop(): Promise<void>;
}

interface Cluster {
  dataDir: string;
  clusterId: string;
  brokers: 1 | 3;
}

/** Starts Apache Kafka (KRaft) on 127.0.0.1 as child processes that do not outlive this one. */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? ((): void => undefined);
  const lock = lockFolder(join(dataDir, 'kafka.lock'));
  try {
    const runtime = await prepareRuntime(options.heapMb ?? 256, log);
    const cluster = openCluster(dataDir, options.brokers ?? 1);
    await endOrphans(cluster);
    const nodes = await bootOnPorts(runtime, cluster, options);
    const brokers = nodes.map((node) => `127.0.0.1:${node.port}`);
    log(`Apache Kafka is ready on ${brokers.join(', ')}`);
    const stop = async (): Promise<void> => {
      await stopAll(nodes);
      lock.release();
    };
    return { brokers, nodes, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepareRuntime(heapMb: number, log: (line: string) => void): Promise<KafkaRuntime> {
  const java = findJava();
  if (!java) throw new Error('Java 17 or newer is not installed');
  const jars = await fetchKafkaJars(log);
  const runtime = { java, jars, heapMb };
  await makeClassArchive(runtime, log);
  return runtime;
}

/** Reads `cluster.json` or makes it: the cluster's id and size are fixed with its first start. */
function openCluster(dataDir: string, brokers: 1 | 3): Cluster {
  const file = join(dataDir, 'cluster.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const clusterId = clusterOf(nodeFolder(dataDir, 1)) ?? newClusterId();
    writeFileSync(file, JSON.stringify({ clusterId, brokers }));
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as { clusterId: string; brokers: number };
  if (found.brokers !== brokers) {
    throw new Error(
      `${dataDir} holds a Kafka cluster of ${found.brokers} broker(s), not ${brokers}: use another folder`,
    );
  }
  return { dataDir, clusterId: found.clusterId, brokers };
}

/** 16 random bytes in URL-safe base64, as Kafka writes its ids; a leading dash would read as an option. */
function newClusterId(): string {
  return randomBytes(16).toString('base64url').replace(/^-/, 'q');
}

function nodeFolder(dataDir: string, id: number): string {
  return join(dataDir, `node-${id}`);
}

async function endOrphans({ dataDir, brokers }: Cluster): Promise<void> {
  for (let id = 1; id <= brokers; id += 1) {
    const folder = nodeFolder(dataDir, id);
    const file = join(folder, 'kafka.pid');
    if (existsSync(file)) await endOrphan(Number(readFileSync(file, 'utf8')), folder, 'SIGTERM');
  }
}

/** A port that was asked for must be free; one that we chose and lost to somebody else is chosen again. */
async function bootOnPorts(runtime: KafkaRuntime, cluster: Cluster, options: KafkaOptions): Promise<LaunchableNode[]> {
  for (let attempt = 1; ; attempt += 1) {
    const addresses = await chooseAddresses(cluster.brokers, options.port);
    try {
      return await boot(runtime, cluster, addresses, options);
    } catch (error) {
      const ours = error instanceof PortInUseError && !isFixed(error.port, cluster.brokers, options.port);
      if (!ours || attempt === 5) throw error;
    }
  }
}

function isFixed(port: number, brokers: number, first: number | undefined): boolean {
  return first !== undefined && port >= first && port < first + brokers;
}

async function chooseAddresses(brokers: number, first: number | undefined): Promise<NodeAddress[]> {
  const addresses: NodeAddress[] = [];
  for (let id = 1; id <= brokers; id += 1) {
    const port = first === undefined ? await freePort() : first + id - 1;
    if (!(await isPortFree(port))) throw new PortInUseError(port, 'Kafka');
    addresses.push({ id, port, controllerPort: await freePort() });
  }
  return addresses;
}

async function boot(
  runtime: KafkaRuntime,
  cluster: Cluster,
  addresses: NodeAddress[],
  options: KafkaOptions,
): Promise<LaunchableNode[]> {
  const fastFailover = options.fastFailover ?? true;
  for (const address of addresses) {
    const folder = nodeFolder(cluster.dataDir, address.id);
    writeNodeFiles(folder, brokerSettings(address, { nodes: addresses, fastFailover }, options.settings));
    formatNode(runtime, folder, cluster.clusterId);
  }
  const nodes = addresses.map((address) =>
    kafkaNode(address, () => launchNode(runtime, nodeFolder(cluster.dataDir, address.id))),
  );
  try {
    await Promise.all(nodes.map((node) => node.launch()));
    await untilAllLive(nodes);
    return nodes;
  } catch (error) {
    await stopAll(nodes);
    throw error;
  }
}

async function stopAll(nodes: KafkaNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.stop()));
}
