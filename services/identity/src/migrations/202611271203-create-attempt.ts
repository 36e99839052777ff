import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttempt1795348803000 implements MigrationInterface {
  readonly name = 'CreateAttempt1795348803000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt (
        kind text not null,
        key_hash bytea not null,
        count integer not null,
        last_at timestamptz not null,
        blocked_until timestamptz,
        primary key (kind, key_hash)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attempt');
  }
}
