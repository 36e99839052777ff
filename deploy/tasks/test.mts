/**
 * `npm test [-- pattern …]`: one PostgreSQL and one Kafka for the whole run, every level of test, and a closing line
 * `N passed, N failed[, N skipped]`. What runs the whole platform comes last, with nothing beside it.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '@qi/embedded';
import { ensureChromium } from './chromium.mts';
import { node, root, run, say, withPinnedNode } from './ensure.mjs';

/** Specs that start every service, and a browser: a run each. */
const WHOLE_PLATFORM = ['/deploy/local/', '/services/portal/test/'];

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

const patterns = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'qi-test-'));
// PostgreSQL runs as a user of its own when the tests are run by root.
chmodSync(folder, 0o755);

/** One run of Jest; one that leaves no report counts as a failure. */
async function jest(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<JestSummary> {
  const report = join(folder, 'jest.json');
  rmSync(report, { force: true });
  const program = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const options = ['--json', `--outputFile=${report}`, '--testLocationInResults=false'];
  const failure = await run(node, [...program, ...options, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
    env,
  }).catch(String);
  if (existsSync(report)) return JSON.parse(readFileSync(report, 'utf8')) as JestSummary;
  say(failure ?? 'the tests left no report');
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 1 };
}

async function onServers(): Promise<JestSummary> {
  if (process.env['QI_TEST_SERVERS'] === 'containers') return jest(withPinnedNode(), ...chosen);
  say('· starting PostgreSQL and Kafka for the tests …');
  const servers = await startServers({ dir: join(folder, 'servers'), durable: false });
  const addresses = {
    QI_TEST_POSTGRES_URL: servers.postgres.url,
    QI_TEST_KAFKA_BROKERS: servers.kafka.brokers.join(','),
  };
  return jest({ ...withPinnedNode(), ...addresses }, ...chosen).finally(() => servers.stop());
}

const chosen =
  patterns.length > 0 ? patterns : ['--testPathIgnorePatterns', '/node_modules/', '/dist/', ...WHOLE_PLATFORM];
await ensureChromium();
const runs = [await onServers()];
if (patterns.length === 0) {
  say('· the whole platform …');
  for (const path of WHOLE_PLATFORM) runs.push(await jest(withPinnedNode(), '--runInBand', path));
}
rmSync(folder, { recursive: true, force: true });
const count = (of: (summary: JestSummary) => number) => runs.reduce((sum, one) => sum + of(one), 0);
const broken = count(({ numFailedTests, numRuntimeErrorTestSuites }) => numFailedTests + numRuntimeErrorTestSuites);
const skipped = count(({ numPendingTests }) => numPendingTests);
const passed = count(({ numPassedTests }) => numPassedTests);
process.stdout.write(`${passed} passed, ${broken} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = broken > 0 ? 1 : 0;
