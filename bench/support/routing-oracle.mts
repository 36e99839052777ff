/**
 * The same decisions in plain SQL over the rows, written apart from the service: every gate's count, and the totals of
 * the best. It is the baseline too: rows and covering index, joined for each demand.
 */
import type { Client } from 'pg';
import type { Task } from './routing-demands.mts';

const DECIDE = `
  with asked as (select n, parameter, standard from unnest($1::text[], $2::text[]) with ordinality as a (parameter, standard, n)),
  wanted as (
    select n, parameter, case when standard ~ '-\\d{4}$' then standard else (
      select s.number from standard s where s.family = asked.standard and (in_force_from is null or in_force_from <= $4)
        and (ends_on is null or ends_on >= $4) order by in_force_from desc limit 1) end as number from asked
  ),
  off as (select exists (select from wanted w left join standard s using (number)
    where w.number is null or s.ends_on < $4 or s.in_force_from > $4) as off),
  line as (
    select l.institution_id as i, l.site_id as s, l.scheme, l.parameter, l.standard, l.limit_note is not null as limited,
      l.status = 'active' and l.valid_from <= $4 and $4 <= l.valid_to as valid
    from scope_line l where l.family = $3 and l.object_key = $5 and l.rev_to is null and l.status <> 'proposed'
      and l.status in ('active', 'suspended', 'expired')
  ),
  part as (
    select w.n, line.i, line.s, line.standard = w.number as cites, line.valid, line.limited, line.scheme
    from wanted w join line on line.parameter = w.parameter
  ),
  held as (
    select i, n, bool_or(cites) as cites, bool_or(cites and valid) as valid, bool_or(cites and valid and not limited) as admitted,
      $6::text[] <@ coalesce(array_agg(scheme) filter (where cites and valid and not limited), '{}') as schemed
    from part group by i, n
  ),
  here as (
    select i, s, n, bool_or(cites and valid and not limited) as admitted,
      $6::text[] <@ coalesce(array_agg(scheme) filter (where cites and valid and not limited), '{}') as schemed
    from part group by i, s, n
  ),
  lab as (
    select i, (select count(*) from wanted) - count(h.n) as no_parameter, count(*) filter (where not h.cites) as no_method,
      count(*) filter (where h.cites and not h.valid) as no_valid, count(*) filter (where h.valid and not h.admitted) as no_limit,
      count(*) filter (where h.admitted and not h.schemed) as no_scheme,
      count(*) filter (where h.admitted and h.schemed) as covered
    from (select distinct i from line) d left join held h using (i) group by i
  ),
  site as (
    select d.i, d.s, (select count(*) from here x join held h using (i, n)
      where x.i = d.i and x.s = d.s and h.admitted and h.schemed and x.admitted and x.schemed) as covered
    from (select distinct i, s from line) d
  ),
  candidate as (
    select site.i, site.s, lab.no_parameter, lab.no_method, lab.no_valid, lab.no_limit, lab.no_scheme, lab.covered, site.covered as covered_here, max(site.covered) over (partition by site.i) as covered_best, o.*,
      (o.place ->> 'longitude')::float8 as lon, (o.place ->> 'latitude')::float8 as lat
    from site join lab using (i) join (
      select id, status, capacity_per_week as weekly, closed_dates, conflicts, areas_served, elements, place, coalesce(open_jobs, 0) as open_jobs,
        coalesce(completed, 0) as completed, coalesce(on_time, 0) as on_time, coalesce(star_sum, 0) as stars, coalesce(star_count, 0) as star_count
      from institution join jsonb_array_elements(sites) place on true left join provider_load on provider_id = id
      where status in ('active', 'suspended')
    ) o on o.id = site.i and (o.place ->> 'id')::uuid = site.s and (o.place ->> 'open')::boolean
  ),
  gated as (
    select i, s, lon, lat, weekly, open_jobs, completed, on_time, stars, star_count,
      (status <> 'active' or not 'testing' = any (elements)) as "provider-active",
      $7::text = any (conflicts) as "conflict-of-interest",
      (cardinality(areas_served) > 0 and not exists (select from unnest(areas_served) a where $8 like regexp_replace(a, '(00)+$', '') || '%')) as "area-served",
      open_jobs >= weekly * 4 as "capacity",
      off as "standard-in-force",
      no_parameter > 0 as "scope-covers-parameter",
      no_method > 0 and (select bool_and(number is not null) from wanted) as "scope-covers-method-of-that-year",
      no_valid > 0 as "line-valid-on-planned-date",
      no_limit > 0 as "limit-note",
      no_scheme > 0 as "scheme-present",
      (covered > 0 and covered_here < covered and not ($9 and covered_best < covered)) as "site-has-all",
      '2026-12-01' = any (closed_dates) as "open-on-date"
    from candidate, off
  ),
  judged as (
    select *, not ("provider-active" or "conflict-of-interest" or "area-served" or "capacity" or "standard-in-force" or
      "scope-covers-parameter" or "scope-covers-method-of-that-year" or "line-valid-on-planned-date" or "limit-note" or
      "scheme-present" or "site-has-all" or "open-on-date") as passed
    from gated
  ),
  scored as (
    select i, s, floor((300 * m(promise) + 150 * m(100 / (100 + km)) + 150 * m(case when completed >= 5 then floor(on_time * 1000.0 / completed + 0.5)::float8 / 1000 else 0.7 end)
      + 100 * m(case when star_count > 0 then (floor(stars * 100.0 / star_count + 0.5)::float8 / 100 - 1) / 4 else 0.7 end)
      + 150 * m(case when weekly > 0 then 1 - open_jobs::float8 / (weekly * 4) else 0 end)) / 1000)::int as total
    from judged
    cross join lateral (select $4::date - greatest(date '2026-11-23' + 7 + least(3650, ceil(open_jobs * 7.0 / nullif(weekly, 0)))::int, $4::date) as slack) a
    cross join lateral (select case when slack >= 0 then 0.7 + 0.3 * least(1, slack / 14.0::float8) else 0.7::float8 * greatest(0, 1 + slack / 14.0::float8) end as promise) b
    cross join lateral (select 2 * 6371.0088::float8 * asin(least(1, sqrt(
      sin(radians(lat - $11) / 2) ^ 2 + cos(radians($11)) * cos(radians(lat)) * sin(radians(lon - $10) / 2) ^ 2))) as km) c
    where passed
  )
  select (select count(*) from judged)::int as candidates, (select count(*) from judged where passed)::int as passed,
    (select jsonb_object_agg(gate, n) from (select key as gate, count(*) filter (where value = 'true') as n
      from judged, jsonb_each_text(to_jsonb(judged) - '{i,s,lon,lat,weekly,open_jobs,completed,on_time,stars,star_count,passed}'::text[])
      where value in ('true', 'false') group by key) g) as gates,
    (select coalesce(jsonb_agg(jsonb_build_array(i || '/' || s, total) order by total desc, i), '[]')
      from (select * from scored order by total desc, i limit 12) t) as best`;

export async function prepareOracle(db: Client): Promise<void> {
  await db.query(`create or replace function m(score float8) returns bigint language sql immutable parallel safe
    return floor(least(1, greatest(0, score)) * 1000000 + 0.5)::bigint`);
  await db.query(`create index if not exists bench_covering on scope_line (family, object_key)
    include (institution_id, site_id, scheme, parameter, standard, limit_note, status, valid_from, valid_to) where rev_to is null and status <> 'proposed'`);
  await db.query('vacuum analyze scope_line');
}

export interface Answer {
  readonly candidates: number;
  readonly passed: number;
  readonly gates: Readonly<Record<string, number>> | null;
  readonly best: readonly (readonly [key: string, total: number])[];
}

export async function ask(db: Client, { demand, enterprise, consents }: Task): Promise<Answer> {
  const [first] = demand.tests;
  const { rows } = await db.query<Answer>({
    name: 'oracle',
    text: DECIDE,
    values: [
      demand.tests.map(({ parameter }) => parameter),
      demand.tests.map(({ methodStandard }) => methodStandard),
      first?.methodStandard.replace(/-\d{4}$/, ''),
      demand.plannedDate,
      demand.object,
      demand.schemes,
      enterprise.uscc,
      enterprise.areaCode,
      consents.subcontracting,
      enterprise.longitude,
      enterprise.latitude,
    ],
  });
  return rows[0]!;
}
