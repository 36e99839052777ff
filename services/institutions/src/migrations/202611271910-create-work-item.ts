import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkItem1795806600000 implements MigrationInterface {
  readonly name = 'CreateWorkItem1795806600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table work_item (
        id uuid primary key,
        institution_id uuid not null references institution (id) on delete cascade,
        standard text not null,
        ends_on date not null,
        successors text[] not null,
        lines integer not null check (lines > 0),
        status text not null check (status in ('open', 'done', 'dismissed')),
        reason text,
        closed_by jsonb,
        opened_at timestamptz not null,
        closed_at timestamptz,
        version integer not null,
        unique (institution_id, standard)
      )`);
    await runner.query(`create index work_item_open on work_item (standard) where status = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work_item');
  }
}
