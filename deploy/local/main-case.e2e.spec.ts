import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const DAY = 24 * 3600 * 1000;

interface Summary {
  requestNumber: string;
  tasks: { element: string; institution: string; status: string; decisionId: string; submitToOfferMs: number }[];
  ok: boolean;
}

class Run {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(args: string[], env: NodeJS.ProcessEnv = {}) {
    const file = join(root, 'deploy/local/platform.mts');
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    this.child.stdout!.on('data', (part: Buffer) => (this.stdout += part.toString()));
    this.child.stderr!.on('data', (part: Buffer) => (this.stderr += part.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Resolves once the line was printed; rejects with what was printed when the run ends before. */
  says(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => this.stderr.includes(line) && resolve();
      this.child.stderr!.on('data', look);
      void this.ended.then((code) => reject(new Error(`ended with ${code} before «${line}»:\n${this.stderr}`)));
      look();
    });
  }
}

/** A Sunday, and a day whose eight weeks reach into a year for which no holidays are published yet. */
function specialDays(now = new Date()): string[] {
  const sunday = new Date(now.getTime() + (14 - now.getUTCDay()) * DAY);
  const yearEnd = new Date(Date.UTC(now.getUTCFullYear(), 11, 27));
  if (yearEnd.getTime() < sunday.getTime() + 7 * DAY) yearEnd.setUTCFullYear(yearEnd.getUTCFullYear() + 1);
  return [sunday, yearEnd].map((day) => day.toISOString().slice(0, 10));
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qi-start-'));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('--once plays the main case today, on a Sunday and across a year end, and says ok in its last line', async () => {
    const run = new Run(['--once', ...specialDays().flatMap((day) => ['--on', day])]);
    expect({ code: await run.ended, stderr: run.stderr }).toMatchObject({ code: 0 });
    const summary = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Summary;
    expect(summary).toMatchObject({
      ok: true,
      tasks: [{ status: 'confirmed' }, { status: 'confirmed' }, { status: 'confirmed' }],
    });
    expect(run.stderr).not.toContain('平湖市质检所（演示能力） accepts');
    expect(run.stderr).toMatch(
      /平湖市质检所（演示能力）: 未覆盖 .* GB 14747-2006（有效至 2026-10-31），由 GB\/T 14747-2025/,
    );
  }, 240_000);

  it('stops cleanly at Ctrl-C, and the next start keeps the data and plays nothing again', async () => {
    const first = new Run([], { QI_DATA_DIR: folder });
    await first.says('Running. Ctrl-C');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const { summary } = JSON.parse(readFileSync(join(folder, 'main-case.json'), 'utf8')) as { summary: Summary };

    const second = new Run([], { QI_DATA_DIR: folder });
    await second.says('Running. Ctrl-C');
    expect(second.stderr).toContain(`Life line of ${summary.requestNumber}`);
    expect(second.stderr).not.toContain('is accepted and split into tasks');
    const addresses = JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')) as Record<string, string>;
    expect((await fetch(`${addresses['service-requests']}/health/ready`)).status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    await expect(fetch(`${addresses['service-requests']}/health/live`)).rejects.toThrow();
  }, 240_000);
});
