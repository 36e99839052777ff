import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1795773600000 implements MigrationInterface {
  readonly name = 'CreateSession1795773600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership (
        id uuid primary key,
        sub text not null,
        person_name text not null,
        organisation_kind text not null
          check (organisation_kind in ('enterprise', 'institution', 'expert', 'platform', 'administration')),
        organisation_id text not null,
        organisation_name text not null,
        roles text[] not null check (cardinality(roles) > 0),
        areas text[] not null,
        acted_at timestamptz,
        created_at timestamptz not null,
        ended_at timestamptz,
        ended_by text,
        check ((ended_at is null) = (ended_by is null))
      )`);
    await runner.query(`
      create unique index membership_active on membership (sub, organisation_kind, organisation_id)
      where ended_at is null`);
    await runner.query('create index membership_organisation on membership (organisation_kind, organisation_id)');
    await runner.query(`
      create table session (
        id uuid primary key,
        token_hash text not null unique,
        sub text not null,
        name text not null,
        email text,
        csrf text not null,
        membership_id uuid references membership (id),
        provider_sid text,
        id_token text not null,
        user_agent text,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await runner.query('create index session_sub on session (sub)');
    await runner.query('create index session_provider_sid on session (provider_sid)');
    await runner.query('create index session_expires_at on session (expires_at)');
    await runner.query(`
      create table login_attempt (
        secret_hash text primary key,
        state text not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        started_at timestamptz not null
      )`);
    await runner.query('create index login_attempt_started_at on login_attempt (started_at)');
    await runner.query(`
      create table signing_key (
        kid text primary key,
        private_key jsonb not null,
        created_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signing_key, login_attempt, session, membership');
  }
}
