import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInvitation1795773660000 implements MigrationInterface {
  readonly name = 'CreateInvitation1795773660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid primary key,
        secret_hash text not null unique,
        organisation_kind text not null,
        organisation_id text not null,
        organisation_name text not null,
        roles text[] not null check (cardinality(roles) > 0),
        areas text[] not null,
        note text not null,
        invited_by text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        accepted_by text,
        withdrawn_at timestamptz,
        check ((accepted_at is null) = (accepted_by is null))
      )`);
    await runner.query('create index invitation_invited_by on invitation (invited_by, created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invitation');
  }
}
