/** The whole platform with its demo data, as `npm start` runs it, in a folder that goes away; or the one at QI_PORTAL_URL. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../deploy/tasks/ensure.mjs';

const UP = 'Running.';

export async function wholePlatform(): Promise<{ url: string; stop(): Promise<void> }> {
  const running = process.env['QI_PORTAL_URL'];
  if (running) return { url: running, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'qi-bench-'));
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'deploy/local/platform.mts'], {
    cwd: root,
    env: { ...process.env, QI_DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      if (output.includes(UP)) resolve();
    });
    void ended.then((code) => reject(new Error(`the platform ended with ${code}:\n${output.slice(-2000)}`)));
  });
  const addresses = JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')) as { gateway: string };
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: addresses.gateway, stop };
}
