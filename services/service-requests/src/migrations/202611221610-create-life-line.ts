import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLifeLine1795300010000 implements MigrationInterface {
  readonly name = 'CreateLifeLine1795300010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table life_line_entry (
        id bigint generated always as identity primary key,
        request_id uuid not null,
        task_id uuid,
        at timestamptz not null,
        by jsonb not null,
        kind text not null,
        words jsonb not null,
        data jsonb not null
      )`);
    await runner.query('create index life_line_entry_request on life_line_entry (request_id, id)');
    // What happened stays as it was written, also against a mistake in this service.
    await runner.query(`
      create function life_line_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'the life line is append-only'; end $$`);
    await runner.query(`
      create trigger life_line_append_only before update or delete on life_line_entry
      for each statement execute function life_line_is_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table life_line_entry');
    await runner.query('drop function life_line_is_append_only');
  }
}
