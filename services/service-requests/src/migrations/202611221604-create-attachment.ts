import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttachment1795300004000 implements MigrationInterface {
  readonly name = 'CreateAttachment1795300004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment (
        id uuid primary key,
        enterprise_id uuid not null references enterprise (id),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        size integer not null check (size > 0),
        type text not null check (type in ('pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip')),
        file_name text not null,
        uploaded_by jsonb not null,
        uploaded_at timestamptz not null
      )`);
    await runner.query('create index attachment_enterprise_id on attachment (enterprise_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attachment');
  }
}
