import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFact1795773720000 implements MigrationInterface {
  readonly name = 'CreateFact1795773720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_concern (
        request_id uuid primary key,
        request_number text,
        enterprise_id text,
        area_code text
      )`);
    await runner.query(`
      create table fact (
        seq bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        at timestamptz not null,
        service text not null,
        aggregate text not null,
        aggregate_id text not null,
        request_id uuid not null,
        enterprise_id text,
        area_code text,
        provider_id text,
        told_to text[] not null,
        words jsonb
      )`);
    await runner.query('create index fact_at on fact (at)');
    for (const column of ['enterprise_id', 'provider_id', 'area_code text_pattern_ops'])
      await runner.query(
        `create index fact_told_${column.split(' ')[0]} on fact (${column}, seq desc) where words is not null`,
      );
    await runner.query(`
      create table notice_mark (
        sub text primary key,
        read_to bigint not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_mark, fact, case_concern');
  }
}
