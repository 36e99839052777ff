import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree, PortInUseError } from './free-port';
import { liveBrokers } from './kafka-probe';
import type { NodeAddress } from './kafka-settings';
import { lastLines } from './server-process';
import type { ServerProcess } from './server-process';

/** One broker of a running cluster. */
export interface KafkaNode {
  readonly id: number;
  readonly pid: number;
  readonly port: number;
  /** Sends a signal that ends the broker (SIGKILL, SIGTERM) and resolves once it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again after `kill` or `stop`; resolves when the cluster counts it in, so a majority must be up. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops its clock as an overloaded machine does: connections stay open, nothing answers. */
  freeze(): void;
  thaw(): void;
}

/** A node whose process can be started without waiting for the cluster. */
export interface LaunchableNode extends KafkaNode {
  launch(): Promise<void>;
  /** Throws when the broker has ended by itself. */
  check(): Promise<void>;
}

/** Recovery of the log after a crash takes its time; a broker that has died is noticed at once. */
const READY_WITHIN_MS = 90_000;

export function kafkaNode(address: NodeAddress, launchProcess: () => Promise<ServerProcess>): LaunchableNode {
  const { id, port } = address;
  let server: ServerProcess | undefined;
  const launch = async (): Promise<void> => {
    if (server && server.exit() === undefined) return;
    server = await launchProcess();
  };
  const check = async (): Promise<void> => {
    if (server && server.exit() !== undefined) throw await whyItEnded(server, address);
  };
  const node: LaunchableNode = {
    id,
    port,
    get pid() {
      return server?.pid ?? 0;
    },
    launch,
    check,
    kill: async (signal) => server?.kill(signal),
    start: async () => {
      await launch();
      await untilLive(node, [id]);
    },
    stop: async () => server?.stop(),
    freeze: () => server?.signal('SIGSTOP'),
    thaw: () => server?.signal('SIGCONT'),
  };
  return node;
}

/** Waits until every node answers and counts all of them alive. */
export async function untilAllLive(nodes: LaunchableNode[]): Promise<void> {
  const ids = nodes.map((node) => node.id);
  await Promise.all(nodes.map((node) => untilLive(node, ids)));
}

async function untilLive(node: LaunchableNode, ids: number[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const live: number[] = await liveBrokers(node.port).catch(() => []);
    await node.check();
    if (ids.every((id) => live.includes(id))) return;
    if (Date.now() > deadline)
      throw new Error(`Kafka broker ${node.id} did not get ready in ${READY_WITHIN_MS / 1000} s`);
    await sleep(25);
  }
}

async function whyItEnded(server: ServerProcess, address: NodeAddress): Promise<Error> {
  const output = server.output();
  if (/Address already in use|Failed to bind|port is already allocated/i.test(output)) {
    const controllerFree = await isPortFree(address.controllerPort);
    return new PortInUseError(controllerFree ? address.port : address.controllerPort, 'Kafka');
  }
  return new Error(`Kafka broker ${address.id} ended (${server.exit() ?? ''}) while starting:\n${lastLines(output)}`);
}
