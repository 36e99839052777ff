import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceRequest1795300012000 implements MigrationInterface {
  readonly name = 'CreateServiceRequest1795300012000';

  async up(runner: QueryRunner): Promise<void> {
    // Six figures of the number: it starts over after 999,999, many more than requests of one day.
    await runner.query('create sequence service_request_number minvalue 1 maxvalue 999999 cycle cache 20');
    await runner.query(`
      create table service_request (
        id uuid primary key,
        number text not null unique,
        version integer not null,
        status text not null,
        channel text not null check (channel in ('portal', 'counter')),
        enterprise_id uuid not null,
        enterprise jsonb not null,
        platform_id uuid not null,
        area_code text not null,
        title text,
        problem text,
        need_by date,
        contact jsonb,
        attachment_ids uuid[] not null,
        lines jsonb not null,
        item_codes text[] not null,
        answer jsonb,
        withdrawal text,
        copied_from_id uuid,
        created_by jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        submitted_at timestamptz,
        accepted_at timestamptz,
        completed_at timestamptz,
        closed_at timestamptz,
        rated_at timestamptz
      ) with (fillfactor = 80)`);
    await runner.query('create index service_request_enterprise on service_request (enterprise_id, id)');
    await runner.query(
      'create index service_request_lately on service_request (enterprise_id, submitted_at) where submitted_at is not null',
    );
    await runner.query('create index service_request_status on service_request (status, area_code, id)');
    await runner.query('create index service_request_area on service_request (area_code text_pattern_ops, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_request');
    await runner.query('drop sequence service_request_number');
  }
}
