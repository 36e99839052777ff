import { createHash, randomBytes } from 'node:crypto';
import { createDataSource, ensureDatabase, migrate } from '@qi/platform';
import type { EntityClass, MigrationClass } from '@qi/platform';
import { Client, escapeIdentifier } from 'pg';
import type { DataSource } from 'typeorm';
import { perProcess } from './process-memo';
import { postgresUrl } from './servers';

export interface TestDatabase {
  readonly dataSource: DataSource;
  readonly url: string;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Of the service; names the template. */
  readonly name: string;
  readonly entities?: readonly EntityClass[];
  readonly migrations?: readonly MigrationClass[];
}

/** A migrated database of the caller's own, copied from a template that is migrated once per run and set of migrations. */
export async function testDatabase({
  name,
  entities = [],
  migrations = [],
}: TestDatabaseOptions): Promise<TestDatabase> {
  const server = await postgresUrl();
  const template = await templateOf(server, name, migrations);
  const { url, drop } = await copyOf(server, template, name);
  const dataSource = await createDataSource({ url, entities, migrations }).initialize();
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await drop();
  };
  return { dataSource, url, close };
}

/** An empty database: for tests of what migrates it. */
export async function emptyDatabase(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  return copyOf(await postgresUrl(), 'template1', name);
}

async function copyOf(server: string, template: string, name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const copy = `t_${name.replaceAll('-', '_')}_${randomBytes(5).toString('hex')}`;
  await run(server, (client) =>
    client.query(`create database ${escapeIdentifier(copy)} template ${escapeIdentifier(template)}`),
  );
  const drop = async (): Promise<void> => {
    await run(server, (client) => client.query(`drop database if exists ${escapeIdentifier(copy)} with (force)`));
  };
  return { url: databaseUrl(server, copy), drop };
}

function templateOf(server: string, name: string, migrations: readonly MigrationClass[]): Promise<string> {
  const source = createDataSource({ url: server, entities: [], migrations });
  const classes = source.options.migrations as MigrationClass[];
  const digest = createHash('sha256').update(classes.map(String).join('\n')).digest('hex').slice(0, 12);
  const template = `template_${name.replaceAll('-', '_')}_${digest}`;
  return perProcess(`${server} ${template}`, () => makeTemplate(server, template, migrations));
}

/** Under a lock, since other processes of the run want the same one; under another name until it is complete. */
async function makeTemplate(server: string, template: string, migrations: readonly MigrationClass[]): Promise<string> {
  await run(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const found = await client.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${escapeIdentifier(draft)} with (force)`);
    const url = databaseUrl(server, draft);
    await ensureDatabase(url);
    const dataSource = await createDataSource({ url, entities: [], migrations, poolSize: 2 }).initialize();
    await migrate(dataSource).finally(() => dataSource.destroy());
    await client.query(`alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(template)}`);
  });
  return template;
}

async function run<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
