import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startParent, until } from '../test/parent';
import { tempDir } from '../test/temp-dir';
import { startKafka } from './kafka';
import type { RunningKafka } from './kafka';
import { containerName } from './kafka-container';
import { KAFKA_VERSION } from './kafka-jars';
import { liveBrokers } from './kafka-probe';

jest.setTimeout(180_000);

const image = `apache/kafka:${KAFKA_VERSION}`;
const there = docker('image', 'inspect', image) !== undefined;
if (!there) process.stderr.write(`brokers in containers: skipped, no Docker engine with the image ${image} answers\n`);

let dir: string;
let dataDir: string;
let kafka: RunningKafka | undefined;

(there ? describe : describe.skip)('broker in a container', () => {
  const wanted = process.env['QI_KAFKA'];

  beforeEach(() => {
    process.env['QI_KAFKA'] = 'container';
    dir = tempDir();
    dataDir = join(dir, 'kafka');
  });

  afterEach(async () => {
    await kafka?.destroy();
    kafka = undefined;
    rmSync(dir, { recursive: true, force: true });
    if (wanted === undefined) delete process.env['QI_KAFKA'];
    else process.env['QI_KAFKA'] = wanted;
  });

  it('start, stop, start › the same cluster; destroy leaves neither container nor volume', async () => {
    kafka = await startKafka({ dataDir });
    await kafka.stop();
    expect(containers()).toBe('');
    kafka = await startKafka({ dataDir });
    expect(await liveBrokers(kafka.nodes[0]?.port ?? 0)).toEqual([1]);
    await kafka.destroy();
    kafka = undefined;
    expect(containers()).toBe('');
    expect(docker('volume', 'ls', '-q', '--filter', `name=${name()}`)).toBe('');
  });

  it('broker killed with -9 › starts again on its port', async () => {
    kafka = await startKafka({ dataDir });
    const [node] = kafka.nodes;
    await node?.kill('SIGKILL');
    await node?.start();
    expect(await liveBrokers(node?.port ?? 0)).toEqual([1]);
  });

  it('parent killed with -9 › its broker ends too', async () => {
    const parent = await startParent({ dir, what: 'servers' });
    expect(containers()).not.toBe('');
    parent.child.kill('SIGKILL');
    await parent.ended;
    await until(() => containers() === '');
    docker('volume', 'rm', name());
  });
});

function name(): string {
  return containerName(join(dataDir, 'node-1'));
}

function containers(): string | undefined {
  return docker('ps', '-aq', '--filter', `name=${name()}`);
}

/** What the engine's client prints; undefined when it fails. */
function docker(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('docker', args, { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : undefined;
}
