/** Word for word the expression and the condition of the index `task_cites`. */
const CITES = `jsonb_path_query_array(task.demand, '$.tests[*].methodStandard')`;
const OPEN_TASK = `task.status in ('waiting', 'opened', 'offered', 'unroutable', 'accepted', 'in-progress')`;

/** An older fact never overwrites a newer one. */
export const KEEP = `
  insert into ended_standard as known (number, family, ends_on, successors, stated_at)
  select number, family, ends_on, successors, stated_at
  from json_populate_recordset(null::ended_standard, $1::json) order by number
  on conflict (number) do update set
    ends_on = excluded.ends_on, successors = excluded.successors, stated_at = excluded.stated_at
  where known.stated_at <= excluded.stated_at`;

export const FORGET = 'delete from ended_standard where number = any ($1::text[])';

/** The ended standards that tasks ($1) cite. A family without a year stands for its last edition. */
export const CITED_BY_TASKS = `
  select distinct ended.number, ended.family, ended.ends_on as "endsOn", ended.successors
  from task cross join lateral jsonb_array_elements_text(${CITES}) as cited (standard)
  join ended_standard as ended on ended.number = cited.standard or ended.family = cited.standard
  where task.id = any ($1::uuid[])`;

/** A family is cited without a year; it is at an end when nothing of the family takes the edition's place. */
const FAMILY_ENDS = `not exists (
  select from unnest(ending.successors) as successor
  where left(successor, length(ending.family) + 1) in (ending.family || '-', ending.family || ':'))`;

const ENDING = `
  with ending as (
    select number, family, ends_on, successors from json_to_recordset($1::json)
      as fact (number text, family text, ends_on date, successors text[])
  )`;

const REOPEN = `
  do update set
    ends_on = excluded.ends_on, successors = excluded.successors, planned_date = excluded.planned_date, status = 'open',
    opened_at = excluded.opened_at, reason = null, closed_by = null, closed_at = null, version = item.version + 1
  where (item.ends_on, item.successors, item.planned_date)
      is distinct from (excluded.ends_on, excluded.successors, excluded.planned_date)
    or (item.status = 'done' and item.closed_by is null)`;

/** Open tasks that cite a standard ($1) whose last day lies before the day of the work; gives the items that opened. */
export const OPEN_FOR_TASKS = `${ENDING}
  insert into work_item as item
    (id, kind, request_id, request_number, task_id, enterprise_id, area_code, standard, ends_on, planned_date, successors,
     status, opened_at, version)
  select uuidv7(), 'request', task.request_id, task.request_number, task.id, task.enterprise_id, task.area_code,
    ending.number, ending.ends_on, (task.demand ->> 'plannedDate')::date, ending.successors, 'open', $2, 1
  from ending join task on ${CITES} ?| array[ending.number, ending.family] and ${OPEN_TASK}
  where (task.demand ->> 'plannedDate')::date > ending.ends_on
    and (${CITES} ? ending.number or ${FAMILY_ENDS})
  order by task.id, ending.number
  on conflict (task_id, standard) where task_id is not null ${REOPEN}
  returning request_id as "requestId", task_id as "taskId", standard, ends_on as "endsOn",
    planned_date as "plannedDate", successors`;

/** Published items that cite a standard ($1). */
export const OPEN_FOR_ITEMS = `${ENDING}
  insert into work_item as item
    (id, kind, item_id, item_code, standard, ends_on, successors, status, opened_at, version)
  select uuidv7(), 'item', cited.id, cited.code, ending.number, ending.ends_on, ending.successors, 'open', $2, 1
  from ending join service_item as cited
    on cited.standards && array[ending.number, ending.family] and cited.status = 'published'
  where cited.standards @> array[ending.number] or ${FAMILY_ENDS}
  order by cited.id, ending.number
  on conflict (item_id, standard) where item_id is not null ${REOPEN}`;

/** Closes what is mended: the task is done with or cites it no more, the item is revised, the standard stays. */
export const CLOSE_MENDED = `
  update work_item as item set status = 'done', closed_at = $1, version = version + 1
  where status = 'open' and (
    not exists (select from ended_standard as ended where ended.number = item.standard)
    or (kind = 'item' and not exists (select from service_item where id = item.item_id and status = 'published'))
    or (kind = 'request' and not exists (
      select from task join ended_standard as ended on ended.number = item.standard
      where task.id = item.task_id and ${OPEN_TASK} and ${CITES} ?| array[ended.number, ended.family]
        and (task.demand ->> 'plannedDate')::date > ended.ends_on)))`;
