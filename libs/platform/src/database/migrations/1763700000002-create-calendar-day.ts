import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCalendarDay1763700000002 implements MigrationInterface {
  readonly name = 'CreateCalendarDay1763700000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_year (
        year smallint primary key check (year between 2000 and 2200),
        version integer not null default 1,
        changed_by text not null,
        changed_at timestamptz not null
      )`);
    await runner.query(`
      create table calendar_day (
        year smallint not null references calendar_year (year) on delete cascade,
        day date not null,
        works boolean not null,
        name text not null default '',
        primary key (year, day),
        check (extract(year from day) = year)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_day, calendar_year');
  }
}
