/** `npm run demo [-- --json]`: plays the main case against the platform that `npm start` runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from '../tasks/ensure.mjs';
import { playMainCase } from './demo/main-case.mts';
import { printCase } from './demo/print.mts';
import { seed } from './demo/seed.mts';
import { connect } from './demo/session.mts';
import type { Addresses } from './services.mts';

const dataDir = process.env['QI_DATA_DIR'] ?? join(root, '.data');
const file = join(dataDir, 'addresses.json');

async function addresses(): Promise<Addresses> {
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Addresses) : undefined;
  const live = found && (await fetch(`${found['service-requests']}/health/ready`).catch(() => undefined))?.ok;
  if (found && live) return found;
  say('No running platform found. Start it first: npm start. 请先运行 npm start。');
  process.exit(1);
}

const session = await connect(await addresses(), join(dataDir, 'keys'));
const result = await playMainCase(session, await seed(session), say);
printCase(result);
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result.summary)}\n`);
process.exit(result.summary.ok ? 0 : 1);
