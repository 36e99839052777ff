import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JUDGED, drawing } from './202611271900-create-institution-image';

/** Equipment and the lines of scope that rest on it; an image tells of each line until when its equipment is in calibration. */
export class CreateEquipment1795821000000 implements MigrationInterface {
  readonly name = 'CreateEquipment1795821000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, drawingWithEquipment, ...noting]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table equipment_line, equipment');
    await runner.query(drawing.replace('create function', 'create or replace function'));
  }
}

const tables = [
  `create table equipment (
    id uuid primary key,
    institution_id uuid not null references institution (id),
    site_id uuid not null,
    name text not null,
    asset_number text not null,
    certificate_number text not null,
    calibrated_on date not null,
    calibrated_until date not null check (calibrated_until >= calibrated_on),
    status text not null check (status in ('in-use', 'stopped', 'scrapped')),
    status_reason text,
    stopped_on date,
    updated_at timestamptz not null,
    version integer not null,
    constraint equipment_number_unique unique (institution_id, asset_number)
  )`,
  // Lines by their id, which all versions share.
  `create table equipment_line (
    equipment_id uuid not null references equipment (id),
    line_id uuid not null,
    institution_id uuid not null,
    primary key (equipment_id, line_id)
  )`,
  'create index equipment_line_line on equipment_line (line_id)',
];

/** As before, with the day until which all equipment of a line is in calibration; what was scrapped is no longer its. */
export const drawingWithEquipment = `
  create or replace function draw_institution_images(ids uuid[]) returns void language plpgsql as $$
  declare now_epoch bigint;
  begin
    update register_epoch set epoch = epoch + 1 returning epoch into now_epoch;
    insert into scope_key (standard, family, object_key, parameter)
      select distinct l.standard, l.family, l.object_key, l.parameter from scope_line l
      where l.institution_id = any (ids) and ${JUDGED}
        and not exists (select from scope_key k
          where k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter)
      order by 1, 3, 4
      on conflict do nothing;
    with line as (
      select l.institution_id, k.id as key, l.site_id, l.scheme,
        case when weaker then q.status else l.status end as status,
        case when weaker then q.status_reason else l.status_reason end as reason,
        greatest(l.valid_from, q.valid_from) as valid_from, least(l.valid_to, q.valid_to) as valid_to, l.limit_note,
        nullif(l.clauses, '{}') as clauses, e.valid_to as equipment_valid_to
      from scope_line l
      join scope_key k on k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter
      left join qualification q on q.institution_id = l.institution_id and q.scheme = l.scheme
        and q.number = l.cert_no and q.status <> 'proposed'
      left join (
        select r.line_id, min(least(d.calibrated_until, d.stopped_on - 1)) as valid_to
        from equipment d join equipment_line r on r.equipment_id = d.id
        where d.institution_id = any (ids) and d.status <> 'scrapped' group by r.line_id
      ) e on e.line_id = l.id
      cross join lateral (select l.status = 'active' and q.status <> 'active' as weaker) w
      where l.institution_id = any (ids) and ${JUDGED}
    ), ranked as (
      select *, dense_rank() over (partition by institution_id
        order by site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses, equipment_valid_to) - 1 as term
      from line
    ), term as (
      select institution_id, json_agg(json_build_array(site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses,
        equipment_valid_to) order by term) as terms
      from (select distinct institution_id, term, site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses,
        equipment_valid_to from ranked) each_once
      group by institution_id
    ), packed as (
      select institution_id, string_agg(int4send(key) || int2send(term::int2), '' order by term, key) as lines
      from ranked group by institution_id
    ), drawn as (
      select i.id as institution_id, json_build_object('name', i.name, 'status', i.status,
          'statusReason', i.status_reason, 'sites', i.sites, 'areasServed', i.areas_served, 'elements', i.elements,
          'capacityPerWeek', i.capacity_per_week, 'closedDates', i.closed_dates, 'conflicts', i.conflicts) as facts,
        coalesce(terms, '[]') as terms, coalesce(lines, '') as lines
      from institution i left join term on term.institution_id = i.id left join packed on packed.institution_id = i.id
      where i.id = any (ids) and i.status in ('active', 'suspended')
    ), closed as (
      update institution_image o set until_epoch = now_epoch
      where o.institution_id = any (ids) and o.until_epoch is null and not exists (select from drawn d
        where d.institution_id = o.institution_id and o.lines = d.lines
          and o.terms::text = d.terms::text and o.facts::text = d.facts::text)
      returning institution_id
    )
    insert into institution_image (institution_id, epoch, facts, terms, lines)
      select d.institution_id, now_epoch, d.facts, d.terms, d.lines from drawn d
      where d.institution_id in (select institution_id from closed)
        or not exists (select from institution_image o
          where o.institution_id = d.institution_id and o.until_epoch is null);
  end $$`;

const noting = [
  ...['equipment', 'equipment_line'].flatMap((table) =>
    ['insert', 'update'].map(
      (event) => `
      create trigger ${table}_${event}_image_due after ${event} on ${table} referencing new table as changed
        for each statement execute function note_image_due()`,
    ),
  ),
  `create trigger equipment_line_delete_image_due after delete on equipment_line referencing old table as changed
    for each statement execute function note_image_due()`,
];
