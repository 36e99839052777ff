/**
 * How long it takes until the platform is up: the second start in a folder with data, and with `--clone` a fresh clone
 * until its main case is done (package caches as they are on this machine).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../deploy/tasks/ensure.mjs';
import type { BenchOptions } from './run.mts';
import { figure, type Figure } from './support/report.mts';

const UP = 'Running.';
const SECOND_START_S = 20;
const CLONE_S = 240;
const GIVE_UP_MS = 10 * 60_000;

function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), name));
  chmodSync(made, 0o755);
  return made;
}

/** A program whose end, or whose word, is waited for; it is ended when that takes too long or this process ends. */
function launch(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const end = () => child.kill('SIGINT');
  process.once('exit', end);
  const late = setTimeout(end, GIVE_UP_MS);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve)).finally(() => {
    clearTimeout(late);
    process.off('exit', end);
  });
  const says = (word: string) =>
    new Promise<void>((resolve, reject) => {
      const hear = (part: Buffer) => {
        output += part.toString('utf8');
        if (output.includes(word)) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
      void ended.then((code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`)));
    });
  return { child, ended, says };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Starts the platform on `dataDir`; answers after how many seconds it was up, once it has stopped again. */
async function upAndDown(dataDir: string): Promise<number> {
  let running: { child: ChildProcess; ended: Promise<number | null> } | undefined;
  const took = await seconds(async () => {
    const { child, ended, says } = launch(process.execPath, ['deploy/local/start.mjs'], root, { QI_DATA_DIR: dataDir });
    running = { child, ended };
    await says(UP);
  });
  running?.child.kill('SIGINT');
  await running?.ended;
  return took;
}

async function secondStart(): Promise<Figure[]> {
  const dataDir = folder('qi-bench-start-');
  try {
    const first = await upAndDown(dataDir);
    const second = await upAndDown(dataDir);
    return [
      figure('first start, nothing to install or build', first, 's'),
      figure('second start, data kept', second, 's', { atMost: SECOND_START_S }),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function freshClone(): Promise<Figure[]> {
  const dir = folder('qi-bench-clone-');
  try {
    const took = await seconds(async () => {
      const cloned = await launch('git', ['clone', '--quiet', root, dir], root).ended;
      if (cloned !== 0) throw new Error(`git clone ended with ${cloned}`);
      const once = launch('npm', ['start', '--', '--once'], dir);
      once.child.stdout.resume();
      once.child.stderr.pipe(process.stderr);
      const code = await once.ended;
      if (code !== 0) throw new Error(`npm start -- --once ended with ${code}`);
    });
    return [figure('fresh clone to main case done and all stopped', took, 's', { atMost: CLONE_S })];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export async function run({ args }: BenchOptions): Promise<Figure[]> {
  const figures = await secondStart();
  return args.includes('--clone') ? [...figures, ...(await freshClone())] : figures;
}
