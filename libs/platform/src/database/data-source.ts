import { Client, escapeIdentifier, types } from 'pg';
import { Logger, runMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import type { EntitySchema, MigrationInterface } from 'typeorm';
import { platformMigrations } from './migrations';
import { PreparingClient } from './prepared-statements';
import { SnakeNames } from './snake-names';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DataSourceOptions {
  url: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  /** Connections of the pool; 16 unless given. */
  poolSize?: number;
  /** Shown by `pg_stat_activity`. */
  applicationName?: string;
  /** Statements are sent without waiting for each other; false for a process that copies rows in, which cannot be done so. */
  pipeline?: boolean;
}

/** A business date stays the text it is: the driver would make local midnight of it, which is another day in UTC. */
const DATE_OID = 1082;
types.setTypeParser(DATE_OID, (text) => text);

/** `qi` as a number: one lock for all migrations of a database. */
const MIGRATION_LOCK = 0x7169;
const silent = new Logger(() => () => undefined);
const DUPLICATE_DATABASE = ['42P04', '23505'];
const NO_SUCH_DATABASE = '3D000';

/** A data source that is not connected yet. Columns and tables are named in snake case after properties and classes. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...platformMigrations, ...options.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNames(),
    applicationName: options.applicationName ?? 'qi',
    poolSize: options.poolSize ?? 16,
    synchronize: false,
    logging: false,
    // A transaction that forgot to end holds locks for everybody: the server ends it.
    // Statements that are sent `together` go out at once: a round trip costs more than most statements.
    extra: {
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 10_000,
      pipeline: options.pipeline ?? true,
      Client: PreparingClient,
    },
  });
}

/** Creates the database of the URL when it is missing. Several processes may do so at once. */
export async function ensureDatabase(url: string): Promise<void> {
  if (await exists(url)) return;
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.toString() });
  await client.connect();
  try {
    await client.query(`create database ${escapeIdentifier(name)}`);
  } catch (error) {
    if (!DUPLICATE_DATABASE.includes(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

/**
 * Brings an initialized data source's database up to date: the platform's tables, the service's, and the timers' schema.
 * One process does it at a time; the others wait for it and find nothing left to do.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const { url } = dataSource.options as { url: string };
  const lock = new Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
    await runMigrations({ connectionString: url, logger: silent });
  } finally {
    await lock.end();
  }
}

async function exists(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SQLSTATE of a driver's error, also when TypeORM wrapped it; empty for anything else. */
export function codeOf(error: unknown): string {
  const { code, driverError } = Object(error) as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}
