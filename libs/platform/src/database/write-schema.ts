import { writeFile } from 'node:fs/promises';
import { newId } from '@qi/kernel';
import { Client, escapeIdentifier } from 'pg';
import { createDataSource, ensureDatabase, migrate } from './data-source';
import type { MigrationClass } from './data-source';
import { schemaOf } from './schema-dump';

/** Migrates a throw-away database on the server of `serverUrl`, writes its schema to `out`, and drops it. */
export async function writeSchema(
  serverUrl: string,
  migrations: readonly MigrationClass[],
  out: string,
): Promise<void> {
  const name = `schema_${newId().replaceAll('-', '_')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await ensureDatabase(url.toString());
  const dataSource = await createDataSource({
    url: url.toString(),
    entities: [],
    migrations,
    poolSize: 2,
  }).initialize();
  try {
    await migrate(dataSource);
    await writeFile(out, await schemaOf(dataSource));
  } finally {
    await dataSource.destroy();
    await drop(serverUrl, name);
  }
}

async function drop(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database ${escapeIdentifier(name)} with (force)`).finally(() => client.end());
}
