import type { DataSource } from 'typeorm';
import * as queries from './schema-queries';

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly partitionKey: string | null;
  readonly partitionOf: string | null;
  readonly options: string | null;
}

const HEADER = '-- What the migrations make, as the database tells it. Generated: change a migration, not this file.';

/** The schema `public` as SQL, the same text for the same migrations whenever and wherever it is made. */
export async function schemaOf(dataSource: DataSource): Promise<string> {
  const list = (sql: string, oid?: number): Promise<string[]> => listOf(dataSource, sql, oid);
  const before = [await list(queries.EXTENSIONS), await list(queries.ENUMS), await list(queries.SEQUENCES)];
  const tables = await dataSource.query<Table[]>(queries.TABLES);
  const texts = [];
  for (const table of tables) texts.push(await tableText(table, list));
  const after = [await list(queries.VIEWS), await list(queries.FUNCTIONS)];
  return `${[HEADER, ...before.flat(), ...texts, ...after.flat()].join('\n\n')}\n`;
}

async function listOf(dataSource: DataSource, sql: string, oid?: number): Promise<string[]> {
  const rows = await dataSource.query<{ sql: string }[]>(sql, oid === undefined ? [] : [oid]);
  return rows.map((row) => row.sql);
}

async function tableText(table: Table, list: (sql: string, oid: number) => Promise<string[]>): Promise<string> {
  const after = [...(await list(queries.INDEXES, table.oid)), ...(await list(queries.TRIGGERS, table.oid))];
  const tail = table.options === null ? ';' : ` with (${table.options});`;
  if (table.partitionOf !== null)
    return [`create table ${table.name} ${table.partitionOf}${tail}`, ...after].join('\n');
  const lines = [...(await list(queries.COLUMNS, table.oid)), ...(await list(queries.CONSTRAINTS, table.oid))];
  const partition = table.partitionKey === null ? '' : ` partition by ${table.partitionKey}`;
  return [`create table ${table.name} (\n  ${lines.join(',\n  ')}\n)${partition}${tail}`, ...after].join('\n');
}
