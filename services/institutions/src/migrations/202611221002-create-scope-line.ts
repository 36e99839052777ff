import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateScopeLine1795341720000 implements MigrationInterface {
  readonly name = 'CreateScopeLine1795341720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scope_line (
        id uuid not null,
        version integer not null,
        institution_id uuid not null references institution (id),
        site_id uuid not null,
        scheme text not null,
        cert_no text not null,
        category text[] not null,
        object text not null,
        object_key text not null,
        parameter text not null,
        method text not null,
        standard text not null,
        family text not null,
        year integer,
        clauses text[] not null,
        range_min text,
        range_max text,
        unit text,
        uncertainty text,
        limit_note text,
        valid_from date not null,
        valid_to date not null,
        status text not null,
        status_reason text,
        recorded_by jsonb not null,
        rev_from timestamptz not null,
        rev_to timestamptz,
        primary key (id, version),
        check (valid_to >= valid_from),
        check (rev_to is null or rev_to >= rev_from)
      )`);
    await this.index(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scope_line');
  }

  /**
   * One accreditation holds a method once per site. Routing asks «who holds this family for this object»: the second
   * index answers with the institution's id from the index alone; the third serves an institution's own list.
   */
  private async index(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unique index scope_line_current_unique on scope_line
        (site_id, scheme, object_key, parameter, standard, clauses)
        where rev_to is null and status in ('proposed', 'active', 'suspended')`);
    await runner.query(`
      create index scope_line_current_family on scope_line (family, object_key) include (institution_id)
        where rev_to is null and status <> 'proposed'`);
    await runner.query(`
      create index scope_line_current_object on scope_line (object_key, id) where rev_to is null`);
    await runner.query(`
      create index scope_line_current_institution on scope_line (institution_id, id) where rev_to is null`);
    await runner.query(`
      create index scope_line_current_standard on scope_line (standard, id) where rev_to is null`);
  }
}
