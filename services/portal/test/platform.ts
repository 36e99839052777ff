import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const READY = 'Running.';
export const chromiumPath = '/usr/bin/chromium';

/** The whole platform as `npm start` runs it, with its demo data, in a folder that goes away with it. */
export async function startPlatform(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'qi-portal-'));
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'deploy/local/platform.mts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', QI_DATA_DIR: folder },
  });
  await said(child, READY);
  const addresses = JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')) as { gateway: string };
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: addresses.gateway, stop };
}

function said(child: ChildProcess, line: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (part: Buffer) => {
      output += part.toString();
      if (output.includes(line)) resolve();
    });
    child.once('close', (code) => reject(new Error(`the platform ended with ${code}:\n${output.slice(-3000)}`)));
  });
}

/** What a browser sees of the platform: one address. */
export function platformUrl(): string {
  const url = process.env['QI_PORTAL_URL'];
  if (!url) throw new Error('no platform runs');
  return url;
}

/** Specs that need a browser are skipped, with this said, where there is none and none can be installed. */
export function describeInBrowser(name: string, specs: () => void): void {
  if (existsSync(chromiumPath)) describe(name, specs);
  else describe.skip(`${name} (needs ${chromiumPath}: apt-get install chromium fonts-noto-cjk)`, specs);
}
