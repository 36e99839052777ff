import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStandard1795341600000 implements MigrationInterface {
  readonly name = 'CreateStandard1795341600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table standard (
        id uuid primary key,
        number text not null unique,
        printed text not null,
        family text not null,
        number_key text collate "C" not null,
        title jsonb not null,
        ics text[] not null,
        ccs text[] not null,
        mandatory boolean not null,
        issued_on date,
        in_force_from date,
        ends_on date,
        withdrawn boolean not null,
        source text,
        confidence text not null,
        tokens tsvector not null,
        recorded_by jsonb not null,
        recorded_at timestamptz not null,
        start_told date,
        end_told date,
        version integer not null,
        check (ends_on is null or in_force_from is null or ends_on >= in_force_from)
      )`);
    await runner.query(`
      create table standard_relation (
        number text not null,
        kind text not null,
        other text not null,
        extent text,
        clauses text[] not null,
        degree text,
        since date,
        primary key (number, kind, other),
        check (number <> other)
      )`);
    await this.index(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table standard_relation, standard');
  }

  /**
   * `number_key` is in the C collation, so one btree answers prefixes and gives them sorted. The pending list of the
   * GIN index is kept short: a search reads all of it.
   */
  private async index(runner: QueryRunner): Promise<void> {
    await runner.query('create index standard_prefix on standard (number_key text_pattern_ops)');
    await runner.query('create index standard_family on standard (family)');
    await runner.query('create index standard_tokens on standard using gin (tokens)');
    await runner.query('create index standard_starts on standard (in_force_from) where in_force_from is not null');
    await runner.query('create index standard_ends on standard (ends_on) where ends_on is not null');
    await runner.query('create index standard_relation_other on standard_relation (other)');
  }
}
