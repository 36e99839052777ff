import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccessLog1795818600000 implements MigrationInterface {
  readonly name = 'CreateAccessLog1795818600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_log (
        id uuid primary key,
        at timestamptz not null,
        sub text not null,
        name text not null,
        roles text[] not null,
        org_kind text,
        org_id text,
        operation text not null,
        subject_kind text not null,
        subject_id text not null,
        subject_number text,
        request_id uuid,
        owner_kind text not null,
        owner_id text not null,
        role text not null,
        scope text not null,
        area text,
        purpose text
      )`);
    await runner.query('create index access_log_owner on access_log (owner_id, id)');
    await runner.query('create index access_log_sub on access_log (sub, id)');
    await runner.query('create index access_log_request on access_log (request_id, id) where request_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_log');
  }
}
