const IN_USE = `rev_to is null and status in ('active', 'suspended')`;
/** A line in use under what takes the standard's place: the scope is extended. */
const extended = (institution: string, successors: string) =>
  `exists (select from scope_line as held where held.institution_id = ${institution}
    and held.standard = any (${successors}) and held.rev_to is null and held.status = 'active')`;

/**
 * Opens what the standards ($1) mean for each institution. Lines that cite the family without a year follow its newest
 * edition, and are concerned only when no edition stays. Closed items open again when the dates or successors are others
 * than those they were closed with, or when they had closed by themselves.
 */
export const OPEN = `
  with ending as (
    select number, family, ends_on, successors from json_to_recordset($1::json)
      as fact (number text, family text, ends_on date, successors text[])
  ), cited as (
    select number, number as by, ends_on, successors from ending
    union all
    select number, family, ends_on, successors from ending where not exists (
      select from standard as edition where edition.family = ending.family and edition.number <> ending.number
        and (edition.ends_on is null or edition.ends_on > ending.ends_on))
  ), concerned as (
    select line.institution_id, cited.number, cited.ends_on, cited.successors, count(*)::int as lines
    from cited join scope_line as line on line.standard = cited.by and ${IN_USE}
    where not ${extended('line.institution_id', 'cited.successors')}
    group by 1, 2, 3, 4
  )
  insert into work_item as item
    (id, institution_id, standard, ends_on, successors, lines, status, opened_at, version)
  select uuidv7(), institution_id, number, ends_on, successors, lines, 'open', $2, 1 from concerned
  order by institution_id, number
  on conflict (institution_id, standard) do update set
    ends_on = excluded.ends_on, successors = excluded.successors, lines = excluded.lines, status = 'open',
    opened_at = case when item.status = 'open' then item.opened_at else excluded.opened_at end,
    reason = null, closed_by = null, closed_at = null, version = item.version + 1
  where (item.ends_on, item.successors) is distinct from (excluded.ends_on, excluded.successors)
    or (item.status = 'open' and item.lines <> excluded.lines)
    or (item.status = 'done' and item.closed_by is null)`;

/** Closes what is mended: the scope is extended, or no line in use cites the standard or its family any more. */
export const CLOSE_MENDED = `
  update work_item set status = 'done', closed_at = $1, version = version + 1
  where status = 'open' and (
    ${extended('work_item.institution_id', 'work_item.successors')}
    or not exists (
      select from scope_line as line
      where line.institution_id = work_item.institution_id
        and (line.standard = work_item.standard or line.standard = regexp_replace(work_item.standard, '[-:]\\d{4}[A-Z]?$', ''))
        and ${IN_USE}))`;

/** Closes what concerned standards ($1) that after all do not end. */
export const CLOSE_STAYING = `
  update work_item set status = 'done', closed_at = $2, version = version + 1
  where status = 'open' and standard = any ($1::text[])`;
