import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The standards that open tasks cite are asked for by number, whenever one of 1.6 million changes. */
export class CreateWorkItem1795808400000 implements MigrationInterface {
  readonly name = 'CreateWorkItem1795808400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ended_standard (
        number text primary key,
        family text not null,
        ends_on date not null,
        successors text[] not null,
        stated_at timestamptz not null
      )`);
    await runner.query('create index ended_standard_family on ended_standard (family)');
    await runner.query(`
      create table work_item (
        id uuid primary key,
        kind text not null check (kind in ('request', 'item')),
        request_id uuid references service_request (id),
        request_number text,
        task_id uuid references task (id),
        item_id uuid references service_item (id),
        item_code text,
        enterprise_id uuid,
        area_code text,
        standard text not null,
        ends_on date not null,
        planned_date date,
        successors text[] not null,
        status text not null check (status in ('open', 'done', 'dismissed')),
        reason text,
        closed_by jsonb,
        opened_at timestamptz not null,
        closed_at timestamptz,
        version integer not null,
        check ((task_id is null) = (kind = 'item') and (item_id is null) = (kind = 'request'))
      )`);
    await runner.query('create unique index work_item_task on work_item (task_id, standard) where task_id is not null');
    await runner.query('create unique index work_item_item on work_item (item_id, standard) where item_id is not null');
    await runner.query(`create index work_item_open on work_item (ends_on, id) where status = 'open'`);
    await runner.query(`
      create index task_cites on task using gin (jsonb_path_query_array(demand, '$.tests[*].methodStandard'))
      where status in ('waiting', 'opened', 'offered', 'unroutable', 'accepted', 'in-progress')`);
    await runner.query(`alter table service_item add column standards text[] not null default '{}'`);
    await runner.query(
      `create index service_item_cites on service_item using gin (standards) where status = 'published'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index service_item_cites');
    await runner.query('alter table service_item drop column standards');
    await runner.query('drop index task_cites');
    await runner.query('drop table work_item, ended_standard');
  }
}
