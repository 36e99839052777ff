/** With QI_BENCH_PROFILE: which statements the databases spent their time on, from pg_stat_statements. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const TOP = `
  select d.datname as database, s.calls, round(s.total_exec_time) as ms, round((s.total_exec_time / s.calls)::numeric, 3) as each,
    s.rows, s.wal_bytes, regexp_replace(left(s.query, 160), '\\s+', ' ', 'g') as query
  from pg_stat_statements s join pg_database d on d.oid = s.dbid
  order by s.total_exec_time desc limit 60`;

export async function forgetStatements(db: pg.Client): Promise<void> {
  if (!process.env['QI_BENCH_PROFILE']) return;
  await db.query('create extension if not exists pg_stat_statements');
  await db.query('select pg_stat_statements_reset()');
}

export async function writeStatements(db: pg.Client): Promise<void> {
  const folder = process.env['QI_BENCH_PROFILE'];
  if (!folder) return;
  const { rows } = await db.query<Record<string, unknown>>(TOP);
  const lines = rows.map((row) => Object.values(row).map(String).join('\t'));
  writeFileSync(join(folder, 'statements.tsv'), ['database\tcalls\tms\teach\trows\twal\tquery', ...lines].join('\n'));
}
