const FACTS = ['printed', 'family', 'title', 'ics', 'ccs', 'mandatory', 'issued_on', 'in_force_from', 'ends_on'];
const CHANGING = [...FACTS, 'withdrawn', 'source', 'confidence'];
const columns = (table: string) => CHANGING.map((column) => `${table}.${column}`).join(', ');

/** What is written of a standard, with the type that its text is read as; the order of `STATE`'s parameters. */
export const WRITTEN = {
  ...{ id: 'uuid', number: 'text', printed: 'text', family: 'text', number_key: 'text', title: 'jsonb', ics: 'text[]' },
  ...{ ccs: 'text[]', mandatory: 'boolean', issued_on: 'date', in_force_from: 'date', ends_on: 'date' },
  ...{ withdrawn: 'boolean', source: 'text', confidence: 'text', tokens: 'tsvector' },
} as const;

const names = Object.keys(WRITTEN);
const read = Object.entries(WRITTEN).map(([name, type]) => (type === 'text' ? name : `${name}::${type}`));

/**
 * Inserts or corrects; gives the numbers that were. A file whose facts are to be confirmed never overwrites confirmed
 * ones. The table's alias keeps what is stored apart from what is stated (`excluded`). Columns travel as arrays of
 * texts: JSON takes the server six times as long to read.
 */
export const STATE = `
  insert into standard as known (${names.join(', ')}, recorded_by, recorded_at, version)
  select ${read.join(', ')}, $${names.length + 1}, $${names.length + 2}, 1
  from unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as stated (${names.join(', ')})
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

/**
 * One writer at a time: who states a standard and who states a relation to it would not see each other's row, and neither
 * would tell the world of the two together.
 */
export const ALONE = `select pg_advisory_xact_lock(hashtext('standard'))`;

export const BY_NUMBER = `
  select number, printed, family, title, ics, ccs, mandatory, issued_on as "issuedOn", in_force_from as "inForceFrom",
    ends_on as "endsOn", withdrawn, source, confidence
  from standard where number = any ($1::text[])`;

/** What takes the place of each standard. */
export const SUCCESSORS = `
  select other as "from", number as "to" from standard_relation
  where other = any ($1::text[]) and kind in ('replaces', 'merged-from')
  union
  select number, other from standard_relation where number = any ($1::text[]) and kind = 'split-into'`;

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
