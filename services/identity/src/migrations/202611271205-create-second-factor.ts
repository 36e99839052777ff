import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecondFactor1795348805000 implements MigrationInterface {
  readonly name = 'CreateSecondFactor1795348805000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        sub text primary key references account (sub) on delete cascade,
        sealed_secret text not null,
        confirmed_at timestamptz,
        last_step integer not null
      )`);
    await runner.query(`
      create table recovery_code (
        sub text not null references second_factor (sub) on delete cascade,
        code_hash bytea not null,
        primary key (sub, code_hash)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery_code, second_factor');
  }
}
