/**
 * Drafts of many firms in any number: one firm and one draft are made through the API, the others are copies with ids and
 * numbers of their own.
 */
import type pg from 'pg';
import { draft, type BenchPlace } from './place.mts';

/** Of a county: a firm that asks hundreds of times within a month would measure its hints of duplicates. */
export const FIRMS = 2000;

export interface Draft {
  readonly id: string;
  readonly enterpriseId: string;
}

const COPY_FIRMS = `
  insert into enterprise
  select copy.* from enterprise e, generate_series(1, $2::int) n, lateral jsonb_populate_record(e,
    jsonb_build_object('id', uuidv7(), 'uscc', 'BENCH' || lpad(n::text, 13, '0'))) copy
  where e.id = $1 returning id`;

const COPY_DRAFTS = `
  insert into service_request
  select copy.* from service_request r, generate_series(0, $3::int - 1) n, lateral jsonb_populate_record(r,
    jsonb_build_object('id', uuidv7(), 'number', r.number || '-' || n,
      'enterprise_id', ($2::uuid[])[1 + n % cardinality($2::uuid[])])) copy
  where r.id = $1 returning id, enterprise_id as "enterpriseId"`;

export async function makeDrafts(place: BenchPlace, db: pg.Client, count: number): Promise<Draft[]> {
  const { id } = await draft(place);
  const firms = await db.query<{ id: string }>(COPY_FIRMS, [place.enterpriseId, FIRMS]);
  const ids = firms.rows.map((row) => row.id);
  const { rows } = await db.query<Draft>(COPY_DRAFTS, [id, ids, count]);
  await db.query('vacuum analyze enterprise, service_request');
  return rows;
}
