import { join } from 'node:path';
import { startKafka, startPostgres } from '@qi/embedded';
import { startKafkaContainer, startPostgresContainer } from './containers';
import { perProcess } from './process-memo';
import { runFolder } from './run-folder';

export interface SharedServers {
  readonly postgresUrl: string;
  readonly brokers: readonly string[];
  /** What a child process needs to use them. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface Started<T> {
  readonly value: T;
  stop(): Promise<unknown>;
}

const POSTGRES = 'QI_TEST_POSTGRES_URL';
const KAFKA = 'QI_TEST_KAFKA_BROKERS';
const SETTINGS = { max_connections: '400' };

/** A superuser's URL of the run's PostgreSQL: the one that is given by `QI_TEST_POSTGRES_URL`, or one of this process. */
export async function postgresUrl(): Promise<string> {
  return process.env[POSTGRES] ?? (await perProcess('postgres', startPostgresServer)).value;
}

/** The run's broker: those that `QI_TEST_KAFKA_BROKERS` names, or one of this process. */
export async function kafkaBrokers(): Promise<readonly string[]> {
  return process.env[KAFKA]?.split(',') ?? (await perProcess('kafka', startKafkaServer)).value;
}

/** API name of `kafkaBrokers` for services under test. */
export async function testBroker(): Promise<{ brokers: string[] }> {
  return { brokers: [...(await kafkaBrokers())] };
}

/** Both servers for a whole run: called once by whoever starts several packages' tests, before them. */
export async function startSharedServers(): Promise<SharedServers> {
  const [postgres, kafka] = await Promise.all([startPostgresServer(), startKafkaServer()]);
  return {
    postgresUrl: postgres.value,
    brokers: kafka.value,
    environment: { [POSTGRES]: postgres.value, [KAFKA]: kafka.value.join(',') },
    stop: async () => {
      await Promise.all([postgres.stop(), kafka.stop()]);
    },
  };
}

function inContainers(): boolean {
  return process.env['QI_TEST_SERVERS'] === 'containers';
}

async function startPostgresServer(): Promise<Started<string>> {
  if (inContainers()) return startPostgresContainer(SETTINGS);
  const server = await startPostgres({ dataDir: join(runFolder(), 'postgres'), settings: SETTINGS });
  return { value: server.url, stop: () => server.destroy() };
}

async function startKafkaServer(): Promise<Started<readonly string[]>> {
  if (inContainers()) return startKafkaContainer();
  const server = await startKafka({ dataDir: join(runFolder(), 'kafka') });
  return { value: server.brokers, stop: () => server.destroy() };
}
