import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CLOCK } from '@qi/kernel';
import { configWith, devKeys, signToken, startService, TimerRunner } from '@qi/platform';
import type {
  Actor,
  MigrationClass,
  RunningService,
  ServiceClock,
  ServiceConfig,
  ServiceDefinition,
} from '@qi/platform';
import type { SigningKeys } from '@qi/platform';
import { DataSource } from 'typeorm';
import { httpClient } from './http';
import type { Http } from './http';
import { perProcess } from './process-memo';
import { runFolder } from './run-folder';
import { kafkaBrokers } from './servers';
import { emptyDatabase, testDatabase } from './test-database';
import { topicPrefix } from './topic-prefix';

export interface TestServiceOptions<C extends ServiceConfig> {
  readonly config?: Partial<C>;
  /** With them the database is copied from a template; without, the service migrates an empty one while it starts. */
  readonly migrations?: readonly MigrationClass[];
  /** False leaves the broker away: an address where nothing answers. */
  readonly kafka?: boolean;
  /** Database and topics of a service that was stopped, to start it again. */
  readonly again?: TestService;
}

export interface TestService extends RunningService {
  readonly http: Http;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly topicPrefix: string;
  readonly clock: ServiceClock;
  token(actor: Actor): Promise<string>;
  /** Moves the service's clock on; timers that come due run. */
  advance(ms: number): Promise<void>;
  /** Stops the service and drops its database. */
  close(): Promise<void>;
  /** Stops the service and keeps its database. */
  stop(): Promise<void>;
}

/** A whole service in this process, on a free port, with a database and topics of its own. */
export async function startTestService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  options: TestServiceOptions<C> = {},
): Promise<TestService> {
  const [keys, database, brokers] = await Promise.all([
    testKeys(),
    databaseOf(definition.service, options),
    options.kafka === false ? ['127.0.0.1:9'] : kafkaBrokers(),
  ]);
  const prefix = options.again?.topicPrefix ?? topicPrefix();
  const base: Partial<ServiceConfig> = {
    ...{ port: 0, databaseUrl: database.url, databasePool: 8, brokers: [...brokers], topicPrefix: prefix },
    ...{ jwks: pathToFileURL(keys.jwksFile).toString(), dataDir: join(keys.jwksFile, '..', 'data') },
    ...{ logLevel: process.env['QI_TEST_LOG'] ? 'debug' : 'fatal', testClock: true, drainSeconds: 5 },
  };
  const config = configWith(definition.config, { ...(base as Partial<C>), ...options.config });
  const running = await startService(definition, config).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const token = tokenMaker(keys, definition.service);
  const clock = running.app.get<ServiceClock>(CLOCK, { strict: false });
  const timers = running.app.get(TimerRunner, { strict: false });
  return {
    ...running,
    ...{ token, clock, http: httpClient(running.url, token), databaseUrl: database.url, topicPrefix: prefix },
    dataSource: running.app.get(DataSource, { strict: false }),
    advance: async (ms) => {
      clock.advance(ms);
      await timers.releaseDue();
    },
    stop: () => running.close(),
    close: async () => {
      await running.close();
      await database.drop();
    },
  };
}

async function databaseOf<C extends ServiceConfig>(
  service: string,
  { migrations, again }: TestServiceOptions<C>,
): Promise<{ url: string; drop(): Promise<void> }> {
  if (again) return { url: again.databaseUrl, drop: () => Promise.resolve() };
  if (!migrations) return emptyDatabase(service);
  const { url, dataSource, close } = await testDatabase({ name: service, migrations });
  await dataSource.destroy();
  return { url, drop: close };
}

/** The keys that every service under test accepts. */
export function testKeys(): Promise<SigningKeys> {
  return perProcess('keys', () => devKeys(join(runFolder(), 'keys')));
}

/** Signing takes a millisecond: once per actor is enough. */
function tokenMaker(keys: SigningKeys, audience: string): (actor: Actor) => Promise<string> {
  const made = new Map<Actor, Promise<string>>();
  return (actor) => {
    const known = made.get(actor) ?? signToken(keys, actor, { audience });
    made.set(actor, known);
    return known;
  };
}
