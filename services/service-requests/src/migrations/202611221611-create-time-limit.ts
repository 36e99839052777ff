import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTimeLimit1795300011000 implements MigrationInterface {
  readonly name = 'CreateTimeLimit1795300011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table time_limit (
        kind text not null check (kind in ('accept', 'dispatch', 'answer', 'visit', 'rating')),
        item_code text not null default '',
        days integer not null check (days between 1 and 250),
        version integer not null default 1,
        changed_by jsonb not null,
        changed_at timestamptz not null,
        primary key (kind, item_code)
      )`);
    await runner.query(`comment on column time_limit.item_code is 'empty: the default of the kind'`);
    await runner.query(`
      insert into time_limit (kind, days, changed_by, changed_at)
      select kind, days, '{"sub": "system", "name": "系统 System"}', '2026-11-22T00:00:00Z'
      from (values ('accept', 1), ('dispatch', 1), ('answer', 2), ('visit', 5), ('rating', 10)) as d (kind, days)`);
    await runner.query(`
      create table limit_clock (
        id uuid primary key,
        request_id uuid not null,
        task_id uuid,
        kind text not null,
        status text not null check (status in ('running', 'paused', 'stopped')),
        started_at timestamptz not null,
        allowed_minutes integer not null,
        used_minutes integer not null,
        running_since timestamptz,
        due_at timestamptz not null,
        fixed boolean not null,
        provisional boolean not null,
        reminded_percent smallint not null,
        level smallint not null,
        next_at timestamptz,
        stopped_at timestamptz,
        extensions jsonb not null
      )`);
    await runner.query('create index limit_clock_request on limit_clock (request_id)');
    // One clock of a kind at a time: starting one that runs already leaves it running.
    await runner.query(`
      create unique index limit_clock_live on limit_clock (request_id, task_id, kind) nulls not distinct
      where status <> 'stopped'`);
    await runner.query('create index limit_clock_next on limit_clock (next_at) where next_at is not null');
    await runner.query(
      `create index limit_clock_late on limit_clock (request_id) where level > 0 and status = 'running'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table limit_clock, time_limit');
  }
}
