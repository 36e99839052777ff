import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAnnex1795773600000 implements MigrationInterface {
  readonly name = 'CreateAnnex1795773600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table annex (
        id uuid primary key,
        institution_id uuid not null references institution (id),
        scheme text not null,
        cert_no text not null,
        extent text not null,
        valid_from date not null,
        valid_to date not null,
        places jsonb not null,
        only_site uuid,
        mapping jsonb not null,
        format text not null,
        file_name text not null,
        file_path text not null,
        uploaded boolean not null,
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
        activated_at timestamptz,
        check (valid_to >= valid_from)
      )`);
    await runner.query('create index annex_institution on annex (institution_id, id)');
    await runner.query(`create index annex_waiting on annex (status, id) where status in ('reading', 'proposed')`);
    await this.lines(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table annex_refusal, annex_line, annex');
  }

  /** `line` is that of the file; null for what the register holds and the file does not. */
  private async lines(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table annex_line (
        n bigint generated always as identity primary key,
        annex_id uuid not null references annex (id) on delete cascade,
        line integer,
        site_id uuid not null,
        object_key text not null,
        parameter text not null,
        standard text not null,
        clauses text[] not null,
        details jsonb not null,
        change text,
        fields text[] not null default '{}',
        line_id uuid
      )`);
    await runner.query(`
      create unique index annex_line_unique on annex_line
        (annex_id, site_id, object_key, parameter, standard, clauses)`);
    await runner.query('create index annex_line_change on annex_line (annex_id, change, n)');
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
}
