import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitute1795341600000 implements MigrationInterface {
  readonly name = 'CreateInstitute1795341600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table institute (
        id uuid primary key,
        uscc text not null constraint institute_uscc_unique unique,
        name text not null,
        area_code text not null,
        status text not null,
        status_reason text,
        sites jsonb not null,
        areas_served text[] not null,
        capacity_per_week integer not null check (capacity_per_week >= 0),
        conflicts text[] not null,
        applied_by jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      )`);
    await runner.query('create index institute_status_area on institute (status, area_code)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table institute');
  }
}
