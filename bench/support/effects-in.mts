import type pg from 'pg';
import type { Effects } from './load.mts';

/** Rows of a table of tasks that have become `offered`, named by one of its columns. */
export function effectsIn(db: pg.Client, table: string, id: string): Effects {
  const count = async () => {
    const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from ${table} where status = 'offered'`);
    return rows[0]!.n;
  };
  const commits = async () => {
    const { rows } = await db.query<{ id: string; at: string }>(
      `select ${id} as id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at
       from ${table} where status = 'offered'`,
    );
    return new Map(rows.map((row) => [row.id, Number(row.at)]));
  };
  return { count, commits };
}
