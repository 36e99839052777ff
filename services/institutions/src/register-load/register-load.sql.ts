import { TARGET } from './register-row';

const PARTICULARS = ['cert_no', 'category', 'object', 'method', 'limit_note', 'valid_to'];
const KEY = 'institution_id, site_id, scheme, object_key, parameter, standard, clauses';
const LINE = `id, version, institution_id, site_id, scheme, cert_no, category, object, object_key, parameter, method, standard,
  family, year, clauses, range_min, range_max, unit, uncertainty, limit_note, valid_from, valid_to, status, status_reason,
  recorded_by, rev_from`;

export const ARRIVED = `create temp table if not exists arrived as select ${TARGET} from scope_line with no data`;

const compared = (alias: string) => PARTICULARS.map((column) => `${alias}.${column}`).join(', ');

/**
 * What sets the file apart from what the register holds of the institutions and schemes that have arrived, one row each:
 * lines that are new (no `id`) or say something else than the one held under the same key, and lines of which nothing came
 * (`gone`). What has ended and is known is not new; a proposal of the holder is no line that could be gone.
 */
export const DIFFERING = `
  create temp table differing on commit drop as
  with held as (
    select l.* from scope_line l join (select distinct institution_id, scheme from arrived) a using (institution_id, scheme)
    where l.rev_to is null and l.status in ('proposed', 'active', 'suspended')
  ), ended as (
    select distinct ${KEY}, true as known from scope_line join (select distinct institution_id from arrived) a using (institution_id)
    where rev_to is null and status not in ('proposed', 'active', 'suspended')
  )
  select d.* from (
    select l.id, l.version, a.institution_id is null as gone, institution_id as holder, a.*
    from arrived a full join held l using (${KEY})
    where case
      when l.id is null then true
      when a.institution_id is null then l.status <> 'proposed'
      else l.status = 'proposed' or (${compared('l')}) is distinct from (${compared('a')})
    end
  ) d left join ended e using (${KEY})
  where d.id is not null or d.status = 'active' or e.known is null`;

export const CLOSE = `
  update scope_line l set rev_to = $1 from differing d where l.id = d.id and l.version = d.version`;

/** The first day stays: the line is held without a break. */
export const RENEW = `
  insert into scope_line (${LINE})
  select l.id, l.version + 1, l.institution_id, l.site_id, l.scheme, d.cert_no, d.category, d.object, l.object_key, l.parameter,
    d.method, l.standard, l.family, l.year, l.clauses, l.range_min, l.range_max, l.unit, l.uncertainty, d.limit_note,
    least(l.valid_from, d.valid_to), d.valid_to, case l.status when 'proposed' then 'active' else l.status end,
    l.status_reason, $2::jsonb, $1::timestamptz
  from differing d join scope_line l on l.id = d.id and l.version = d.version where not d.gone`;

/** $3: the day before today, the last on which what is gone was held. */
export const END = `
  insert into scope_line (${LINE})
  select l.id, l.version + 1, l.institution_id, l.site_id, l.scheme, l.cert_no, l.category, l.object, l.object_key, l.parameter,
    l.method, l.standard, l.family, l.year, l.clauses, l.range_min, l.range_max, l.unit, l.uncertainty, l.limit_note,
    l.valid_from, case when l.valid_from > $3::date then l.valid_to else least(l.valid_to, $3::date) end,
    case when l.valid_from > $3::date then 'withdrawn' else 'expired' end,
    case when l.valid_from > $3::date then $4 end, $2::jsonb, $1::timestamptz
  from differing d join scope_line l on l.id = d.id and l.version = d.version where d.gone`;

export const ADD = `
  insert into scope_line (${TARGET}, id, version, recorded_by, rev_from)
  select ${TARGET}, uuidv7(), 1, $2::jsonb, $1::timestamptz from differing where id is null`;

export const COUNTS = `
  select (select count(*) from arrived)::int as arrived, count(*) filter (where gone)::int as gone,
    count(*) filter (where id is null)::int as added, count(*) filter (where id is not null and not gone)::int as changed
  from differing`;

/** Whose jobs are to be looked at again: those of institutions that lost or gained lines. */
export const CONCERNED = `
  select holder as id, bool_or(gone) as lost from differing
  where (gone or id is null) and exists (select from job where provider_id = holder) group by holder`;

/** On which days something ends of the lines that were recorded at $1. */
export const ENDS = `
  select distinct institution_id as "institutionId", valid_to as "validTo" from scope_line
  where rev_to is null and status = 'active' and rev_from = $1`;

/** The same after a comparison: nothing orders millions of lines by when they were recorded. */
export const ENDS_OF_DIFFERING = `${ENDS} and institution_id in (select holder from differing where not gone)`;

const CONSTRAINTS = `
  select format('alter table scope_line add constraint %I %s', conname, pg_get_constraintdef(oid)) as make,
    format('alter table scope_line drop constraint %I', conname) as drop
  from pg_constraint where conrelid = 'scope_line'::regclass and contype in ('p', 'f') order by contype desc`;

const INDEXES = `
  select indexdef as make, format('drop index %I', indexname) as drop from pg_indexes i
  where schemaname = current_schema and tablename = 'scope_line'
    and not exists (select from pg_constraint where conname = indexname and conrelid = 'scope_line'::regclass)`;

/** What is taken away before a table is filled and made again afterwards, which is quicker than keeping it up to date. */
export const TAKEN_AWAY = [CONSTRAINTS, INDEXES];
