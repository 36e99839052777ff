import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['institution', 'qualification', 'scope_line'];
export const JUDGED = `l.rev_to is null and l.status in ('active', 'suspended', 'expired')`;

/**
 * The register as routing reads it: one compact image per institution, with every version kept under the epochs in which
 * it stood. A trigger notes whose image is due and the commit draws them all, so no way of writing can forget it, a
 * transaction raises the epoch once, and the order of epochs is the order of commits.
 */
export class CreateInstitutionImage1795777200000 implements MigrationInterface {
  readonly name = 'CreateInstitutionImage1795777200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop trigger ${table}_raises_epoch on ${table}`);
    await runner.query('drop function raise_register_epoch');
    for (const statement of [...tables, drawing, ...noting]) await runner.query(statement);
    await runner.query('select draw_institution_images(array(select id from institution order by id))');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const event of ['insert', 'update'])
        await runner.query(`drop trigger ${table}_${event}_image_due on ${table}`);
    }
    await runner.query('drop trigger institution_truncate_closes_images on institution');
    await runner.query('drop table image_due, institution_image, scope_key');
    await runner.query(
      'drop function note_image_due, draw_due_images, close_institution_images, draw_institution_images',
    );
    await runner.query(`
      create function raise_register_epoch() returns trigger language plpgsql as $$
      begin
        update register_epoch set epoch = epoch + 1;
        return null;
      end $$`);
    for (const table of TABLES) {
      await runner.query(`
        create trigger ${table}_raises_epoch after insert or update or delete or truncate on ${table}
        for each statement execute function raise_register_epoch()`);
    }
  }
}

const tables = [
  // What lines have in common, interned: 5 million lines know some 340,000 of them.
  `create table scope_key (
    id integer generated always as identity primary key,
    standard text not null,
    family text not null,
    object_key text not null,
    parameter text not null,
    constraint scope_key_unique unique (standard, object_key, parameter)
  )`,
  // terms: [site, scheme, status, reason, from, to, limit note, clauses]; lines: (key int4, place in terms int2) each, by term.
  `create table institution_image (
    institution_id uuid not null,
    epoch bigint not null,
    until_epoch bigint,
    facts json not null,
    terms json not null,
    lines bytea not null,
    primary key (institution_id, epoch)
  )`,
  'alter table institution_image alter column lines set storage external',
  'create index institution_image_epoch on institution_image (epoch) where until_epoch is null',
  'create index institution_image_until on institution_image (until_epoch) where until_epoch is not null',
  'create table image_due (institution_id uuid primary key)',
];

/**
 * Draws the images of some institutions and keeps those that differ from the ones before. A line is worth no more than
 * the certificate it stands on, where that certificate is in the register.
 */
export const drawing = `
  create function draw_institution_images(ids uuid[]) returns void language plpgsql as $$
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
        nullif(l.clauses, '{}') as clauses
      from scope_line l
      join scope_key k on k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter
      left join qualification q on q.institution_id = l.institution_id and q.scheme = l.scheme
        and q.number = l.cert_no and q.status <> 'proposed'
      cross join lateral (select l.status = 'active' and q.status <> 'active' as weaker) w
      where l.institution_id = any (ids) and ${JUDGED}
    ), ranked as (
      select *, dense_rank() over (partition by institution_id
        order by site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses) - 1 as term
      from line
    ), term as (
      select institution_id, json_agg(json_build_array(site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses)
        order by term) as terms
      from (select distinct institution_id, term, site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses
        from ranked) each_once
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
  `create function note_image_due() returns trigger language plpgsql as $$
    begin
      execute format('insert into image_due select distinct %I from changed order by 1 on conflict do nothing',
        case tg_table_name when 'institution' then 'id' else 'institution_id' end);
      return null;
    end $$`,
  ...TABLES.flatMap((table) =>
    ['insert', 'update'].map(
      (event) => `
      create trigger ${table}_${event}_image_due after ${event} on ${table} referencing new table as changed
        for each statement execute function note_image_due()`,
    ),
  ),
  // Institutions are never deleted one by one; who empties the register leaves no image standing.
  `create function close_institution_images() returns trigger language plpgsql as $$
    declare now_epoch bigint;
    begin
      update register_epoch set epoch = epoch + 1 returning epoch into now_epoch;
      update institution_image set until_epoch = now_epoch where until_epoch is null;
      return null;
    end $$`,
  `create trigger institution_truncate_closes_images after truncate on institution
    for each statement execute function close_institution_images()`,
  // The first of a transaction's notes draws for them all: others' notes are not seen before they are gone.
  `create function draw_due_images() returns trigger language plpgsql as $$
    declare ids uuid[];
    begin
      with gone as (delete from image_due returning institution_id) select array_agg(institution_id) into ids from gone;
      if ids is not null then perform draw_institution_images(ids); end if;
      return null;
    end $$`,
  `create constraint trigger image_due_drawn after insert on image_due deferrable initially deferred
    for each row execute function draw_due_images()`,
];
