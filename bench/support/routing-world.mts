/**
 * A register of the size of the country, drawn in SQL from hashes of row numbers: the same world every time. Skewed like
 * reality: most laboratories hold some 70 lines, one in sixty 1,100, one in a thousand 6,000; the most common key has
 * some 8,000 holders at 5 million lines. 8 % of the lines have expired, 5 % cite a withdrawn standard, 2 % are limited.
 */
import { join } from 'node:path';
import type { Client } from 'pg';

export interface World {
  readonly lines: number;
  readonly institutions: number;
  readonly keys: number;
}

const PARAMETERS = 10;
export const CONFLICTING = '91330482MA2CONFLCT';

export function worldOf(lines: number): World {
  return { lines, institutions: Math.ceil(lines / 94), keys: Math.ceil(lines / 15 / PARAMETERS) * PARAMETERS };
}

/** What a key is about; keys of low numbers are common. */
export function keyAt(key: number) {
  const standard = Math.floor(key / PARAMETERS);
  const family = `GB/T ${10_000 + standard}`;
  return {
    family,
    standard: `${family}-2015`,
    object: `对象${standard}`,
    parameter: `参数${key % PARAMETERS}`,
    ended: standard % 20 === 7,
  };
}

const DRAW = `create or replace function draw(n bigint, salt bigint) returns float8 language sql immutable parallel safe
  return (hashint8extended(n, salt) & 9007199254740991)::float8 / 9007199254740992`;

const INSTITUTIONS = `
  insert into institution (id, uscc, name, kind, area_code, status, status_reason, sites, contacts, members, areas_served,
    elements, capacity_per_week, closed_dates, conflicts, applied_by, created_at, updated_at, version)
  select md5('i' || i)::uuid, 'demo' || i, '测试机构' || i, 'testing', area,
    case when draw(i, 1) < 0.02 then 'suspended' else 'active' end, null,
    (select jsonb_agg(jsonb_build_object('id', md5('s' || i || '/' || k)::uuid, 'name', '场所', 'address', '-', 'areaCode', area,
      'longitude', round((100 + 20 * draw(i * 2 + k, 2))::numeric, 5), 'latitude', round((22 + 18 * draw(i * 2 + k, 3))::numeric, 5),
      'open', true)) from generate_series(0, case when i % 8 = 0 then 1 else 0 end) k),
    '[]', '[]', case when draw(i, 4) < 0.6 then '{}' when draw(i, 4) < 0.9 then array[left(area, 2) || '0000'] else array[area] end,
    '{testing}', 1 + (60 * draw(i, 5))::int, case when draw(i, 6) < 0.01 then '{2026-12-01}'::text[] else '{}' end,
    case when draw(i, 7) < 0.005 then array['${CONFLICTING}'] else '{}' end,
    '{"sub": "bench", "name": "bench"}', '2026-01-01', '2026-01-01', 1
  from generate_series(1::bigint, $1::bigint) i
  cross join lateral (select (11 + (draw(i, 8) * 50)::int) || lpad((1 + (draw(i, 9) * 12)::int)::text, 2, '0') || '01' as area) a`;

const LOADS = `
  insert into provider_load (provider_id, open_jobs, completed, on_time, star_sum, star_count)
  select md5('i' || i)::uuid, (draw(i, 10) * 4.1 * (1 + (60 * draw(i, 5))::int))::int, done, (done * draw(i, 12))::int,
    (done * (1 + 4 * draw(i, 13)))::int, done
  from generate_series(1::bigint, $1::bigint) i cross join lateral (select (draw(i, 11) * 40)::int as done) d where i % 3 <> 0`;

const STANDARDS = `
  insert into standard (number, family, title, mandatory, in_force_from, ends_on, successors, stated_at, stated_by)
  select family || '-' || year, family, '{"zh": "标准", "en": "standard"}', false, make_date(year, 6, 1),
    case when ended and year = 2015 then date '2025-12-31' end,
    case when ended and year = 2015 then array[family || '-2025'] else '{}' end, '2026-01-01', 'bench'
  from generate_series(0::bigint, $1::bigint) n
  cross join lateral (select 'GB/T ' || (10000 + n) as family, n % 20 = 7 as ended) s
  cross join lateral (select unnest(case when ended then '{2015, 2025}' else '{2015}'::int[] end) as year) y`;

/**
 * The lines as a register file has them. `again`: the same a year later, 5 % in a new certificate, 1 % gone and 1 % new.
 */
const linesOf = ({ institutions, keys }: World, again: boolean) => `
  select 'demo' || i as institution, md5('s' || i || '/' || site)::uuid as site, scheme,
    'C' || i || ${again ? "case when draw(id, 31) < 0.05 then 'a' else '' end" : "''"} as "certNo", '' as category,
    '对象' || k / ${PARAMETERS} as object, ${again ? "case when draw(id, 32) < 0.01 then '新' else '' end ||" : ''} '参数' || k % ${PARAMETERS} as parameter,
    'GB/T ' || (10000 + k / ${PARAMETERS}) || '-2015' as method, case when draw(id, 23) < 0.02 then '只用第二法' else '' end as "limitNote",
    '2024-01-01' as "validFrom", case when draw(id, 22) < 0.08 then '2026-06-30' else '2030-12-31' end as "validTo"
  from generate_series(1::bigint, ${institutions}::bigint) i cross join lateral (
    select distinct on (site, scheme, k) site, scheme, k, i * 10000 + n as id
    from generate_series(1, case when i % 1000 = 0 then 6000 when i % 60 = 1 then 1100 else 70 end) n
    cross join lateral (select floor(${keys} * power(draw(i * 10000 + n, 20), 2))::int as k,
      case when i % 8 = 0 then n % 2 else 0 end as site,
      case when draw(i * 10000 + n, 21) < 0.75 then 'CMA' else 'CNAS' end as scheme) l
    order by site, scheme, k, n
  ) line ${again ? 'where draw(id, 33) >= 0.01' : ''}`;

const SUSPENDED = `update scope_line set status = 'suspended' where status = 'active' and rev_to is null
  and hashtextextended(id::text, 24) & 1023 < 3`;

/** Institutions, what they have done so far, and standards. */
export async function drawWorld(db: Client, { institutions, keys }: World): Promise<void> {
  await db.query(DRAW);
  await db.query(INSTITUTIONS, [institutions]);
  await db.query(LOADS, [institutions]);
  await db.query(STANDARDS, [keys / PARAMETERS]);
}

/** A register file, written by the server; answers its path. */
export async function drawFile(db: Client, world: World, folder: string, again = false): Promise<string> {
  const file = join(folder, again ? 'again.csv' : 'register.csv');
  await db.query(`copy (${linesOf(world, again)}) to '${file}' csv header`);
  return file;
}

export async function suspendSome(db: Client): Promise<void> {
  await db.query(SUSPENDED);
  await db.query('vacuum analyze scope_line, institution, institution_image, scope_key, provider_load, standard');
}

/** Every image anew, from the rows. */
export async function draw(db: Client): Promise<void> {
  const { rows } = await db.query<{ ids: string[] }>(
    'select array_agg(id) as ids from (select id, row_number() over (order by id) / 1000 as n from institution) i group by n',
  );
  await db.query(`set work_mem = '64MB'`);
  for (const { ids } of rows) await db.query('select draw_institution_images($1)', [ids]);
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
