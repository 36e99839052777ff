import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTask1795300013000 implements MigrationInterface {
  readonly name = 'CreateTask1795300013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        id uuid primary key,
        number text not null unique,
        version integer not null,
        request_id uuid not null references service_request (id),
        request_number text not null,
        line_key text not null,
        status text not null,
        element text not null,
        item_code text not null,
        item_version integer not null,
        item_name jsonb not null,
        days integer not null,
        demand jsonb not null,
        need_by date,
        urgency text not null,
        secrecy text not null,
        consents jsonb not null,
        excluded uuid[] not null,
        preferred uuid[] not null,
        eligible_providers uuid[] not null,
        answer_within integer not null,
        depends_on uuid[] not null,
        enterprise_id uuid not null,
        enterprise jsonb not null,
        platform_id uuid not null,
        area_code text not null,
        round integer not null,
        dispatched_to jsonb,
        job_id uuid,
        job jsonb,
        step jsonb,
        unroutable jsonb,
        deliverables jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        opened_at timestamptz,
        offered_at timestamptz,
        accepted_at timestamptz,
        delivered_at timestamptz,
        confirmed_at timestamptz,
        rated_at timestamptz
      ) with (fillfactor = 80)`);
    await runner.query('create index task_request on task (request_id)');
    await runner.query('create index task_enterprise on task (enterprise_id, id)');
    await runner.query('create index task_status on task (status, area_code, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task');
  }
}
