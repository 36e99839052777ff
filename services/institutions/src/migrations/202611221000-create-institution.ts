import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitution1795341600000 implements MigrationInterface {
  readonly name = 'CreateInstitution1795341600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table institution (
        id uuid primary key,
        uscc text not null constraint institution_uscc_unique unique,
        name text not null,
        kind text not null,
        area_code text not null,
        status text not null,
        status_reason text,
        sites jsonb not null,
        contacts jsonb not null,
        members jsonb not null,
        areas_served text[] not null,
        elements text[] not null,
        capacity_per_week integer not null check (capacity_per_week >= 0),
        closed_dates text[] not null,
        conflicts text[] not null,
        applied_by jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      )`);
    await runner.query('create index institution_status_area on institution (status, area_code)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table institution');
  }
}
