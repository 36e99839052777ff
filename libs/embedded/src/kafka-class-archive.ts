import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitForFolder } from './folder-lock';
import { freePort } from './free-port';
import type { Java } from './java';
import { newClusterId } from './kafka-cluster';
import type { KafkaJars } from './kafka-jars';
import { launchNode, prepareNode } from './kafka-jvm';
import { liveBrokers } from './kafka-probe';
import { brokerSettings } from './kafka-settings';

const TRAINING_MS = 30_000;

/**
 * Makes the class archive of these jars for this JVM, once, by running a throw-away broker: every later broker starts in
 * half the time. Without it everything works the same, so a failure is only told.
 */
export async function withClassArchive(java: Java, jars: KafkaJars, log: (line: string) => void): Promise<void> {
  const archive = jars.archiveFor(java);
  if (existsSync(archive)) return;
  const lock = await waitForFolder(`${archive}.lock`);
  try {
    if (existsSync(archive)) return;
    log('preparing a class archive for the broker (once)');
    await train(java, jars, archive);
  } catch (error) {
    log(`no class archive: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    lock.release();
  }
}

async function train(java: Java, jars: KafkaJars, archive: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qi-kafka-archive-'));
  const address = { id: 1, port: await freePort(), controllerPort: await freePort() };
  const settings = brokerSettings(address, { nodes: [address], fastFailover: true });
  const plan = { clusterId: newClusterId(), address, folder, settings, heapMb: 256 };
  const draft = `${archive}.partial`;
  try {
    await prepareNode({ java, jars }, plan, () => undefined);
    const server = await launchNode({ java, jars }, plan, [`-XX:ArchiveClassesAtExit=${draft}`]);
    const deadline = Date.now() + TRAINING_MS;
    while (server.exit() === undefined && Date.now() < deadline) {
      const live: number[] = await liveBrokers(address.port).catch(() => []);
      if (live.length > 0) break;
      await sleep(50);
    }
    await server.stop();
    if (!existsSync(draft)) throw new Error(`the broker wrote none: ${server.output()}`);
    renameSync(draft, archive);
  } finally {
    rmSync(draft, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
