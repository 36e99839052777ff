/**
 * `npm test [-- pattern …]`: one PostgreSQL and one Kafka for the whole run, every level of test, and a closing line
 * `N passed, N failed[, N skipped]`.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '@qi/embedded';
import { ensureChromium } from './chromium.mts';
import { node, root, run, say, withPinnedNode } from './ensure.mjs';

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
}

const folder = mkdtempSync(join(tmpdir(), 'qi-test-'));
// PostgreSQL runs as a user of its own when the tests are run by root.
chmodSync(folder, 0o755);
const report = join(folder, 'jest.json');
const ownServers = process.env['QI_TEST_SERVERS'] !== 'containers';

await ensureChromium();
say('· starting PostgreSQL and Kafka for the tests …');
const servers = ownServers ? await startServers({ dir: join(folder, 'servers'), durable: false }) : undefined;
let failed = false;
try {
  await run(
    node,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      '--testLocationInResults=false',
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 2],
      env: {
        ...withPinnedNode(),
        ...(servers && {
          QI_TEST_POSTGRES_URL: servers.postgres.url,
          QI_TEST_KAFKA_BROKERS: servers.kafka.brokers.join(','),
        }),
      },
    },
  );
} catch {
  failed = true;
} finally {
  await servers?.stop();
}
const result = JSON.parse(readFileSync(report, 'utf8')) as JestSummary;
rmSync(folder, { recursive: true, force: true });
const broken = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests ? `, ${result.numPendingTests} skipped` : '';
process.stdout.write(`${result.numPassedTests} passed, ${broken} failed${skipped}\n`);
process.exitCode = failed || broken > 0 ? 1 : 0;
