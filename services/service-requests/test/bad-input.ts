import type { TestService } from '@qi/testing';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { pointer: string; message: string; in?: string }[];
  legal?: string[];
}

/** One digest over all business tables: what was refused leaves it as it was. */
export async function contentOf({ dataSource }: TestService): Promise<string> {
  const tables = await dataSource.query<{ name: string }[]>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename not in ('access_log', 'idempotency_key', 'migration', 'outbox') order by 1`,
  );
  const digests = tables.map(
    ({ name }) => `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as d from "${name}" t`,
  );
  const rows = await dataSource.query<{ d: string }[]>(digests.join(' union all '));
  return rows.map(({ d }) => d).join();
}
