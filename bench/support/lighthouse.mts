/** Lighthouse's four marks for pages of a running portal, by its own command, which npm fetches when it is first used. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@qi/embedded';
import { chromium, type BrowserContext } from 'playwright-core';
import { root, withPinnedNode } from '../../deploy/tasks/ensure.mjs';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Marks = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>;
}

/** A browser whose visits Lighthouse can take part in: who signs in there is signed in for it too. */
export interface Inspected {
  readonly context: BrowserContext;
  /** The marks of a page, 0 to 100, and what cost any of them. */
  marks(address: string): Promise<{ marks: Marks; lost: readonly string[] }>;
  close(): Promise<void>;
}

export async function inspectedBrowser(executablePath: string): Promise<Inspected> {
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'qi-lighthouse-')), await freePort()];
  const args = ['--no-sandbox', `--remote-debugging-port=${port}`];
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath, args });
  return {
    context,
    marks: async (address) => {
      const file = join(folder, 'report.json');
      await lighthouse([address, `--port=${port}`, `--output-path=${file}`]);
      const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as Report;
      const marks = Object.fromEntries(
        CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
      );
      const lost = Object.entries(audits).flatMap(([id, { score }]) => (score !== null && score < 0.9 ? [id] : []));
      return { marks: marks as unknown as Marks, lost };
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As a desktop: the portal's pages for those who are signed in are for a wide screen first. */
function lighthouse(args: readonly string[]): Promise<void> {
  const given = [
    '--preset=desktop',
    '--disable-storage-reset',
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
  ];
  const child = spawn('npm', ['exec', '--yes', '--', LIGHTHOUSE, ...args, ...given], {
    ...{ cwd: root, env: withPinnedNode(), stdio: ['ignore', 'ignore', 'inherit'] },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`))));
  });
}
