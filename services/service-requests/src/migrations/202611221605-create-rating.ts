import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRating1795300005000 implements MigrationInterface {
  readonly name = 'CreateRating1795300005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rating (
        id uuid primary key,
        request_id uuid not null,
        request_number text not null,
        task_id uuid,
        enterprise_id uuid not null references enterprise (id),
        platform_id uuid not null references platform (id),
        provider_id uuid,
        timeliness smallint not null check (timeliness between 1 and 5),
        result smallint not null check (result between 1 and 5),
        comment text,
        given_by jsonb not null,
        given_at timestamptz not null,
        constraint rating_once unique nulls not distinct (request_id, task_id)
      )`);
    await runner.query('create index rating_enterprise_id on rating (enterprise_id, id)');
    await runner.query('create index rating_provider_id on rating (provider_id, id) where provider_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rating');
  }
}
