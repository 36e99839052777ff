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
