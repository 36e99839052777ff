/**
 * `npm start`: real PostgreSQL and Kafka, every service as its own process, demo data, the main case once; then stays up
 * until Ctrl-C. `npm start -- --once` does the same on free ports in a throw-away folder, prints the case as JSON in its
 * last line and ends.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka, startPostgres } from '@qi/embedded';
import { devKeys } from '@qi/platform';
import { root, say } from '../tasks/ensure.mjs';
import { writeDemoAccounts } from './demo/accounts.mts';
import { playMainCase, type CaseResult } from './demo/main-case.mts';
import { printAddresses, printCase, printSignIn } from './demo/print.mts';
import { seedMemberships } from './demo/memberships.mts';
import { seed } from './demo/seed.mts';
import { connect, type Session } from './demo/session.mts';
import { startServices, supervise } from './services.mts';

const once = process.argv.includes('--once');
/** `--on 2026-12-27`: the case is played once more on that day, which must lie ahead; may be given several times. */
const onDays = process.argv.flatMap((arg, index) => (process.argv[index - 1] === '--on' ? [arg] : []));
const dataDir = once ? throwAwayFolder() : (process.env['QI_DATA_DIR'] ?? join(root, '.data'));
/** Open to PostgreSQL's own user, which serves when the platform is started by root. */
function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qi-once-'));
  chmodSync(folder, 0o755);
  return folder;
}

const stops: (() => Promise<void>)[] = [];
let stopping = false;

async function stopAll(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const stop of stops.reverse()) await stop();
  if (once) rmSync(dataDir, { recursive: true, force: true });
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  say(`· ${what} …`);
  const started = Date.now();
  const result = await work();
  say(`  ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** The address of a server: an outside one from the environment, else one started here. */
async function servers(): Promise<{ postgresUrl: string; brokers: string }> {
  const log = (line: string) => say(`  ${line}`);
  const fixed = (name: string) => (process.env[name] ? Number(process.env[name]) : undefined);
  const [postgresUrl, brokers] = await Promise.all([
    process.env['QI_POSTGRES_URL'] ??
      startPostgres({ dataDir: join(dataDir, 'postgres'), port: fixed('QI_POSTGRES_PORT'), durable: true, log }).then(
        (server) => {
          stops.push(() => server.stop());
          return server.url;
        },
      ),
    process.env['KAFKA_BROKERS'] ??
      startKafka({ dataDir: join(dataDir, 'kafka'), port: fixed('QI_KAFKA_PORT'), log }).then((server) => {
        stops.push(() => server.stop());
        return server.brokers.join(',');
      }),
  ]);
  return { postgresUrl, brokers };
}

/** Played at the first start; later starts keep the data and show what was played. `npm run demo` plays it again. */
async function mainCaseOnce(session: Session): Promise<CaseResult> {
  const played = join(dataDir, 'main-case.json');
  if (existsSync(played)) return JSON.parse(readFileSync(played, 'utf8')) as CaseResult;
  const place = await step('demo data', () => seed(session));
  let result = await step('main case', () => playMainCase(session, place, say));
  for (const day of onDays) {
    await session.moveClock(new Date(`${day}T10:00:00+08:00`));
    const again = await step(`main case on ${day}`, () => playMainCase(session, place, say));
    if (result.summary.ok) result = again;
  }
  writeFileSync(played, JSON.stringify(result));
  return result;
}

async function main(): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  await devKeys(join(dataDir, 'keys'));
  writeDemoAccounts(dataDir);
  const { postgresUrl, brokers } = await step('PostgreSQL and Kafka', servers);
  const running = await step('services (migrate, connect, listen)', () =>
    startServices(
      {
        freePorts: once,
        logDir: join(dataDir, 'logs'),
        env: {
          QI_POSTGRES_URL: postgresUrl,
          KAFKA_BROKERS: brokers,
          QI_DATA_DIR: dataDir,
          QI_TEST_CLOCK: 'true',
          QI_DEMO: 'true',
          // The demo accounts have a password that everybody knows and no authenticator.
          QI_SECOND_FACTOR: process.env['QI_SECOND_FACTOR'] ?? 'off',
        },
      },
      say,
    ),
  );
  stops.push(() => running.stop());
  writeFileSync(join(dataDir, 'addresses.json'), JSON.stringify(running.addresses, null, 2));

  const session = await connect(running.addresses, join(dataDir, 'keys'));
  const result = await mainCaseOnce(session);
  await step('demo accounts', () => seedMemberships(session));
  printCase(result);
  printAddresses(running.addresses, postgresUrl, brokers);
  printSignIn(process.env['QI_PUBLIC_URL'] ?? running.addresses.gateway);
  if (once) {
    await stopAll();
    process.stdout.write(`${JSON.stringify(result.summary)}\n`);
    process.exit(result.summary.ok ? 0 : 1);
  }
  const release = supervise(running, say);
  stops.push(async () => release());
  say('Running. Ctrl-C stops everything. 平台已启动，按 Ctrl-C 停止。');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    say('stopping …');
    void stopAll().then(() => process.exit(0));
  });

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  await stopAll();
  process.exit(1);
}
