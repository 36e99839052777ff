/** The browser of the portal's tests: Debian's, installed when it is absent and this machine lets us. */
import { existsSync } from 'node:fs';
import { run, say } from './ensure.mjs';

const path = '/usr/bin/chromium';
const packages = ['chromium', 'fonts-noto-cjk'];

/** Never fails: without a browser its specs are skipped and say so. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(path)) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    say(`· no browser at ${path}: the portal's tests in a browser are skipped (apt-get install ${packages.join(' ')})`);
    return;
  }
  say(`· installing ${packages.join(' and ')} for the portal's tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true, env });
  } catch (error) {
    say(
      `  not installed, the portal's tests in a browser are skipped: ${error instanceof Error ? error.message : error}`,
    );
  }
}
