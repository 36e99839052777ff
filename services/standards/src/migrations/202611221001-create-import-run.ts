import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImportRun1795341660000 implements MigrationInterface {
  readonly name = 'CreateImportRun1795341660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_run (
        id uuid primary key,
        format text not null,
        file_name text not null,
        file_path text not null,
        uploaded boolean not null,
        mapping jsonb not null,
        status text not null,
        line integer not null,
        added integer not null,
        changed integer not null,
        kept integer not null,
        refused integer not null,
        problem jsonb,
        started_by jsonb not null,
        started_at timestamptz not null,
        finished_at timestamptz
      )`);
    await runner.query(`
      create table import_refusal (
        run_id uuid not null references import_run (id) on delete cascade,
        line integer not null,
        field text not null,
        value text not null,
        words jsonb not null,
        primary key (run_id, line, field, value)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_refusal, import_run');
  }
}
