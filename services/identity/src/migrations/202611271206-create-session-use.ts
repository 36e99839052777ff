import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessionUse1795348806000 implements MigrationInterface {
  readonly name = 'CreateSessionUse1795348806000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session_use (
        session_uid text primary key,
        user_agent text not null,
        address text not null,
        began_at timestamptz not null,
        seen_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session_use');
  }
}
