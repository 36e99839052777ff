import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';

/**
 * Inserts and updates of many rows in one statement each, the rows as one JSON parameter: round trips cost more than
 * anything else on the hot path, and the statement's text stays the same whatever the number of rows.
 */
export async function insertRows(
  tx: EntityManager,
  Row: new () => ObjectLiteral,
  rows: readonly ObjectLiteral[],
  onConflict: '' | 'on conflict do nothing' = '',
): Promise<void> {
  if (rows.length === 0) return;
  const meta = tx.connection.getMetadata(Row);
  const columns = meta.columns.filter((column) => !column.isGenerated).map((column) => column.databaseName);
  const names = columns.map(quote).join(', ');
  await tx.query(
    `insert into ${quote(meta.tableName)} (${names})
     select ${names} from json_populate_recordset(null::${quote(meta.tableName)}, $1) ${onConflict}`,
    [JSON.stringify(rows.map((row) => recordOf(meta, row)))],
  );
}

/** Writes the named properties of rows that exist, found by `id`. */
export async function updateRows<T extends ObjectLiteral & { readonly id: string }>(
  tx: EntityManager,
  Row: new () => ObjectLiteral,
  rows: readonly T[],
  properties: ReadonlySet<keyof T & string>,
): Promise<void> {
  if (rows.length === 0) return;
  const meta = tx.connection.getMetadata(Row);
  const columns = meta.columns.filter(({ propertyName }) => properties.has(propertyName as keyof T & string));
  const sets = columns.map(({ databaseName }) => `${quote(databaseName)} = r.${quote(databaseName)}`);
  const written = new Set<string>([...properties, 'id']);
  await tx.query(
    `update ${quote(meta.tableName)} t set ${sets.join(', ')}
     from json_populate_recordset(null::${quote(meta.tableName)}, $1) r where t.id = r.id`,
    [JSON.stringify(rows.map((row) => recordOf(meta, row, written)))],
  );
}

/** Rows of a table by ids, locked until the transaction ends, in the order of the ids; without an entity's hydration. */
export async function lockRows<T extends ObjectLiteral>(
  tx: EntityManager,
  Row: new () => T,
  ids: readonly string[],
): Promise<T[]> {
  const meta = tx.connection.getMetadata(Row);
  return read(tx, meta, `select * from ${quote(meta.tableName)} where id = any ($1::uuid[]) order by id for update`, [
    ids,
  ]);
}

/** Rows whose column holds one of the values, in the order of their ids. */
export async function findRows<T extends ObjectLiteral>(
  tx: EntityManager,
  Row: new () => T,
  column: string,
  values: readonly string[],
): Promise<T[]> {
  const meta = tx.connection.getMetadata(Row);
  const where = `${quote(column)} = any ($1::uuid[])`;
  return read(tx, meta, `select * from ${quote(meta.tableName)} where ${where} order by id`, [values]);
}

async function read<T extends ObjectLiteral>(
  tx: EntityManager,
  meta: EntityMetadata,
  sql: string,
  parameters: unknown[],
): Promise<T[]> {
  const records = await tx.query<Record<string, unknown>[]>(sql, parameters);
  return records.map((record) => {
    const row: Record<string, unknown> = {};
    for (const { propertyName, databaseName } of meta.columns) row[propertyName] = record[databaseName];
    return row as T;
  });
}

function recordOf(meta: EntityMetadata, row: ObjectLiteral, only?: ReadonlySet<string>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { propertyName, databaseName } of meta.columns) {
    if (!only || only.has(propertyName)) record[databaseName] = row[propertyName];
  }
  return record;
}

function quote(name: string): string {
  return `"${name}"`;
}
