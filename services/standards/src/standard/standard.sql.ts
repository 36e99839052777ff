const FACTS = ['printed', 'family', 'title', 'ics', 'ccs', 'mandatory', 'issued_on', 'in_force_from', 'ends_on'];
const CHANGING = [...FACTS, 'withdrawn', 'source', 'confidence'];
const columns = (table: string) => CHANGING.map((column) => `${table}.${column}`).join(', ');

/**
 * Inserts or corrects; gives the numbers that were. A file whose facts are to be confirmed never overwrites confirmed
 * ones. The table's alias keeps what is stored apart from what is stated (`excluded`).
 */
export const STATE = `
  insert into standard as known
  select (json_populate_recordset(null::standard, $1::json)).*
  on conflict (number) do update set
    ${[...CHANGING, 'tokens', 'recorded_by', 'recorded_at'].map((column) => `${column} = excluded.${column}`).join(', ')},
    start_told = case when known.in_force_from is not distinct from excluded.in_force_from then known.start_told end,
    end_told = case when known.ends_on is not distinct from excluded.ends_on then known.end_told end,
    version = known.version + 1
  where (${columns('known')}) is distinct from (${columns('excluded')})
    and not (known.confidence = 'confirmed' and excluded.confidence = 'to-confirm')
  returning number, xmax = 0 as added`;

export const RELATE = `
  insert into standard_relation as known
  select (json_populate_recordset(null::standard_relation, $1::json)).*
  on conflict (number, kind, other) do update set
    extent = excluded.extent, clauses = excluded.clauses, degree = excluded.degree, since = excluded.since
  where (known.extent, known.clauses, known.degree, known.since)
    is distinct from (excluded.extent, excluded.clauses, excluded.degree, excluded.since)
  returning number, other`;

/** Takes back what the standards said of others and no longer say. */
export const UNRELATE = `
  delete from standard_relation as known
  where number = any ($1::text[]) and not exists (
    select from json_populate_recordset(null::standard_relation, $2::json) as still
    where (still.number, still.kind, still.other) = (known.number, known.kind, known.other))
  returning number, other`;

/** Each standard with what takes its place, locked: the facts of one standard leave in the order of their commits. */
export const WITH_SUCCESSORS = `
  select number, printed, family, title, ics, ccs, mandatory, issued_on as "issuedOn",
    in_force_from as "inForceFrom", ends_on as "endsOn", withdrawn, source, confidence,
    array(
      select number from standard_relation
      where other = standard.number and kind in ('replaces', 'merged-from')
      union
      select other from standard_relation where number = standard.number and kind = 'split-into'
    ) as successors
  from standard where number = any ($1::text[])
  order by number
  for no key update of standard`;

/** Every relation within reach of one number, in both directions. A loop in the register ends with the union. */
export const AROUND = `
  with recursive near (number) as (
    select $1::text
    union
    select step.number from near cross join lateral (
      select other as number from standard_relation
      where number = near.number and kind in ('replaces', 'merged-from', 'split-into')
      union all
      select number from standard_relation
      where other = near.number and kind in ('replaces', 'merged-from', 'split-into')
    ) as step
  ), reach as (select number from near limit 500)
  select number, kind, other, extent, clauses, degree, since from standard_relation
  where number in (select number from reach)
  union
  select number, kind, other, extent, clauses, degree, since from standard_relation
  where other in (select number from reach)
  order by number, kind, other`;
