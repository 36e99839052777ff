import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAnnex1795773600000 implements MigrationInterface {
  readonly name = 'CreateAnnex1795773600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table annex (
        id uuid primary key,
        institute_id uuid not null references institute (id),
        cert_no text not null,
        valid_from date not null,
        valid_to date not null,
        places jsonb not null,
        only_site uuid,
        mapping jsonb not null,
        format text not null,
        file_name text not null,
        file_path text not null,
        status text not null,
        line integer not null,
        refused integer not null,
        added integer not null,
        changed integer not null,
        kept integer not null,
        gone integer not null,
        register_state text,
        problem jsonb,
        reason text,
        submitted_by jsonb not null,
        submitted_at timestamptz not null,
        reviewed_by jsonb,
        reviewed_at timestamptz,
        check (valid_to >= valid_from)
      )`);
    await runner.query('create index annex_institute on annex (institute_id, id)');
    await runner.query(`
      create table annex_line (
        n bigint generated always as identity primary key,
        annex_id uuid not null references annex (id) on delete cascade,
        line integer,
        key text not null,
        details jsonb not null,
        change text,
        capability_id uuid,
        unique (annex_id, key)
      )`);
    await runner.query(`
      create table annex_refusal (
        annex_id uuid not null references annex (id) on delete cascade,
        line integer not null,
        field text not null,
        value text not null,
        words jsonb not null,
        primary key (annex_id, line, field, value)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table annex_refusal, annex_line, annex');
  }
}
