import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1795348800000 implements MigrationInterface {
  readonly name = 'CreateAccount1795348800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        sub text primary key,
        email text not null unique check (email = lower(email)),
        name text not null,
        password_hash text not null,
        status text not null,
        created_at timestamptz not null,
        password_changed_at timestamptz not null,
        version integer not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account');
  }
}
