import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCapability1795341660000 implements MigrationInterface {
  readonly name = 'CreateCapability1795341660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capability (
        id uuid primary key,
        institute_id uuid not null references institute (id),
        site_id uuid not null,
        kind text not null,
        measurand text not null,
        measurand_key text not null,
        instrument_kinds text[] not null,
        range_min text not null,
        range_max text not null,
        unit text not null,
        uncertainty text not null,
        uncertainty_unit text not null,
        k text not null,
        p text not null,
        method text not null,
        on_site boolean not null,
        legal_areas text[] not null,
        valid_from date not null,
        valid_to date not null,
        status text not null,
        status_reason text,
        updated_at timestamptz not null,
        version integer not null,
        check (valid_to >= valid_from)
      )`);
    await runner.query(`
      create index capability_measurand on capability (measurand_key) include (institute_id) where status <> 'proposed'`);
    await runner.query('create index capability_institute on capability (institute_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table capability');
  }
}
