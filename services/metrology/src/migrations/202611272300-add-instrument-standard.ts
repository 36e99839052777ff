import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The regulation or standard by which an instrument is verified or calibrated. */
export class AddInstrumentStandard1795820400000 implements MigrationInterface {
  readonly name = 'AddInstrumentStandard1795820400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table instrument add column standard text');
    await runner.query('create index instrument_standard on instrument (standard) where standard is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table instrument drop column standard');
  }
}
