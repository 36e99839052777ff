import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of past decisions under another policy. */
export class CreateSimulation1795807800000 implements MigrationInterface {
  readonly name = 'CreateSimulation1795807800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table simulation (
      id uuid primary key,
      policy json not null,
      from_date date not null,
      to_date date not null,
      areas text[] not null,
      status text not null check (status in ('queued', 'running', 'done')),
      total integer not null,
      after_id uuid,
      state json not null,
      requested_by json not null,
      requested_at timestamptz not null,
      finished_at timestamptz,
      check (from_date <= to_date)
    )`);
    // Decisions come in the order of time: a block range says enough, and costs next to nothing to keep.
    await runner.query('create index decision_at on decision using brin (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index decision_at');
    await runner.query('drop table simulation');
  }
}
