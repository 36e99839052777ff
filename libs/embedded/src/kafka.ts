import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock';
import { freePort, isPortFree, PortInUseError } from './free-port';
import type { BrokerKind } from './kafka-broker';
import { chooseBrokers } from './kafka-choice';
import { openCluster } from './kafka-cluster';
import type { Cluster } from './kafka-cluster';
import { kafkaNode, untilAllLive } from './kafka-node';
import type { KafkaNode, LaunchableNode } from './kafka-node';
import { brokerSettings } from './kafka-settings';
import type { NodeAddress } from './kafka-settings';

export interface KafkaOptions {
  /** Folder for the cluster: one folder per broker with its data and `kafka.log`. Made when absent. */
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
  /** Stops and deletes the cluster's folder with all its data. */
  destroy(): Promise<void>;
}

/** Starts Apache Kafka (KRaft) on 127.0.0.1 as child processes that do not outlive this one. */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? ((): void => undefined);
  const lock = lockFolder(join(dataDir, 'kafka.lock'));
  try {
    const kind = await chooseBrokers(log);
    const cluster = openCluster(dataDir, options.brokers ?? 1);
    await Promise.all(cluster.folders.map((folder) => kind.endOrphan({ folder })));
    const nodes = await bootOnPorts(kind, cluster, options);
    const brokers = nodes.map((node) => `127.0.0.1:${node.port}`);
    log(`Apache Kafka is ready on ${brokers.join(', ')}`);
    const stop = async (): Promise<void> => {
      await stopAll(nodes);
      lock.release();
    };
    const destroy = async (): Promise<void> => {
      // Nothing is to be kept, so nothing is waited for: three brokers take 5 s to part in good order.
      await Promise.all(nodes.map((node) => node.kill('SIGKILL')));
      await stop();
      await Promise.all(cluster.folders.map((folder) => kind.remove({ folder })));
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { brokers, nodes, stop, destroy };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A port that was asked for must be free; one that we chose and lost to somebody else is chosen again. */
async function bootOnPorts(kind: BrokerKind, cluster: Cluster, options: KafkaOptions): Promise<LaunchableNode[]> {
  const brokers = cluster.folders.length;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await boot(kind, cluster, await chooseAddresses(brokers, options.port), options);
    } catch (error) {
      const ours = error instanceof PortInUseError && !isFixed(error.port, brokers, options.port);
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
  kind: BrokerKind,
  cluster: Cluster,
  addresses: NodeAddress[],
  options: KafkaOptions,
): Promise<LaunchableNode[]> {
  const topology = { nodes: addresses, fastFailover: options.fastFailover ?? true };
  const plans = addresses.map((address, index) => ({
    clusterId: cluster.clusterId,
    address,
    folder: cluster.folders[index] ?? '',
    settings: brokerSettings(address, topology, options.settings),
    heapMb: options.heapMb ?? 256,
  }));
  for (const { folder } of plans) mkdirSync(folder, { recursive: true });
  await Promise.all(plans.map((plan) => kind.prepare(plan)));
  const nodes = plans.map((plan) => kafkaNode(plan.address, () => kind.launch(plan)));
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
