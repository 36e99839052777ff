import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegistration1795348804000 implements MigrationInterface {
  readonly name = 'CreateRegistration1795348804000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration (
        token_hash bytea primary key,
        email text not null,
        name text not null,
        password_hash text not null,
        expires_at timestamptz not null
      )`);
    await runner.query(`
      create table reset (
        token_hash bytea primary key,
        sub text not null references account (sub) on delete cascade,
        expires_at timestamptz not null
      )`);
    await runner.query('create index reset_sub on reset (sub)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registration, reset');
  }
}
