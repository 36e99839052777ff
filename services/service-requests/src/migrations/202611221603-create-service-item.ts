import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceItem1795300003000 implements MigrationInterface {
  readonly name = 'CreateServiceItem1795300003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_item (
        id uuid primary key,
        code text not null,
        item_version integer not null check (item_version >= 1),
        element text not null,
        name jsonb not null,
        description jsonb not null,
        fields json not null,
        documents jsonb not null,
        price_text jsonb not null,
        promised_days integer not null check (promised_days >= 1),
        duration_days integer not null check (duration_days >= 1),
        answer_within_days integer not null check (answer_within_days >= 1),
        eligible_provider_ids uuid[] not null,
        auto_accept boolean not null,
        status text not null check (status in ('draft', 'published', 'retired')),
        published_at timestamptz,
        retired_at timestamptz,
        version integer not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (code, item_version)
      )`);
    await runner.query(`create unique index service_item_published on service_item (code) where status = 'published'`);
    await runner.query(`create unique index service_item_draft on service_item (code) where status = 'draft'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_item');
  }
}
