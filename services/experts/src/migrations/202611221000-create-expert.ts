import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExpert1795341600000 implements MigrationInterface {
  readonly name = 'CreateExpert1795341600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table expert (
        id uuid primary key,
        name text not null,
        area_code text not null,
        longitude double precision,
        latitude double precision,
        skills text[] not null,
        skill_keys text[] not null,
        industries text[] not null,
        areas text[] not null,
        weekdays integer[] not null,
        absences jsonb not null,
        conflicts text[] not null,
        capacity_per_week integer not null check (capacity_per_week >= 0),
        active boolean not null,
        pause_reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      )`);
    await runner.query('create index expert_skill_keys on expert using gin (skill_keys)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table expert');
  }
}
