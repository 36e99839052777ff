import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstrument1795341720000 implements MigrationInterface {
  readonly name = 'CreateInstrument1795341720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table instrument (
        id uuid primary key,
        enterprise_id uuid not null,
        area_code text not null,
        name text not null,
        model text not null,
        serial_number text not null,
        asset_number text not null,
        measurand text not null,
        range_min text not null,
        range_max text not null,
        unit text not null,
        accuracy_class text not null,
        interval_months integer not null check (interval_months > 0),
        compulsory boolean not null,
        place text not null,
        last_on date,
        due_on date not null,
        certificate_number text,
        status text not null,
        status_reason text,
        updated_at timestamptz not null,
        version integer not null,
        constraint instrument_number_unique unique (enterprise_id, model, serial_number)
      )`);
    await runner.query('create index instrument_area_due on instrument (area_code, due_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table instrument');
  }
}
