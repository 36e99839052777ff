import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BrokerKind, BrokerPlan } from './kafka-broker';
import { KAFKA_VERSION } from './kafka-jars';
import { runCommand } from './run-command';
import { startServerProcess } from './server-process';

const IMAGE = `apache/kafka:${KAFKA_VERSION}`;
/** Declared as a volume by the image and owned by its user. */
const DATA = '/var/lib/kafka/data';
const QUICK = { timeout: 10_000 };

/** Whether a Docker engine answers, not only its client. */
export async function dockerAnswers(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const { code, stdout } = await runCommand('docker', ['info', '--format', '{{.ServerVersion}}'], { ...QUICK, env });
  return code === 0 && stdout.trim() !== '';
}

/** Brokers in containers of the official image. One broker only: several would need a network of their own. */
export function containerBrokers(): BrokerKind {
  return {
    name: 'container',
    prepare: async (plan) => {
      if (plan.settings['controller.quorum.voters']?.includes(',')) {
        throw new Error(
          'Several brokers run from the jars only: install Java 17 or newer and Maven. 多节点集群需要 Java 与 Maven。',
        );
      }
      const { code } = await runCommand('docker', ['image', 'inspect', IMAGE], QUICK);
      if (code === 0) return;
      const pulled = await runCommand('docker', ['pull', '-q', IMAGE]);
      if (pulled.code !== 0) throw new Error(`${IMAGE} could not be pulled: ${pulled.stderr.trim()}`);
    },
    launch: async (plan) => {
      const name = containerName(plan.folder);
      await removeContainer(name);
      return startServerProcess({
        name: 'Kafka',
        file: 'docker',
        args: containerArguments(plan),
        env: process.env,
        cwd: plan.folder,
        logFile: join(plan.folder, 'kafka.log'),
        // The attached client passes SIGTERM on to the container, also when it comes from the watchdog.
        stopSignal: 'SIGTERM',
        send: (signal) => void spawnSync('docker', signalArguments(name, signal), { stdio: 'ignore', ...QUICK }),
      });
    },
    endOrphan: ({ folder }) => removeContainer(containerName(folder)),
    remove: async ({ folder }) => {
      await runCommand('docker', ['volume', 'rm', '-f', containerName(folder)], QUICK);
    },
  };
}

/** The same for the same folder, so that a start finds the volume, and the container, that an earlier one left. */
export function containerName(folder: string): string {
  return `qi-kafka-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
}

/** Freezing is the engine's word for SIGSTOP: the client is not the broker. */
export function signalArguments(name: string, signal: NodeJS.Signals): string[] {
  if (signal === 'SIGSTOP') return ['pause', name];
  if (signal === 'SIGCONT') return ['unpause', name];
  return ['kill', `--signal=${signal}`, name];
}

/** `docker run …`: attached, removed at its end, reachable on 127.0.0.1 only. */
export function containerArguments(plan: BrokerPlan): string[] {
  const { address, folder, clusterId, heapMb } = plan;
  const name = containerName(folder);
  const settings: Record<string, string> = {
    ...plan.settings,
    // The same port inside and outside: the broker also calls itself by the address it advertises.
    listeners: `PLAINTEXT://0.0.0.0:${address.port},CONTROLLER://127.0.0.1:${address.controllerPort}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': DATA,
  };
  const environment = Object.entries(settings).map(([key, value]) => `${environmentName(key)}=${value}`);
  return [
    ...['run', '--rm', '--name', name, '--label', 'qi-platform=kafka'],
    ...['-p', `127.0.0.1:${address.port}:${address.port}`, '-v', `${name}:${DATA}`],
    ...['-e', `CLUSTER_ID=${clusterId}`, '-e', `KAFKA_HEAP_OPTS=-Xms64m -Xmx${heapMb}m`],
    ...environment.flatMap((pair) => ['-e', pair]),
    IMAGE,
  ];
}

/** The image reads `KAFKA_A_B` as `a.b`. */
function environmentName(setting: string): string {
  return `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;
}

async function removeContainer(name: string): Promise<void> {
  await runCommand('docker', ['rm', '-f', '-v', name], { timeout: 20_000 });
}
