import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1795300001000 implements MigrationInterface {
  readonly name = 'CreatePlatform1795300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform (
        id uuid primary key,
        name jsonb not null,
        status text not null check (status in ('planned', 'open', 'merged', 'closed')),
        industry_codes text[] not null check (cardinality(industry_codes) > 0),
        area_codes text[] not null check (cardinality(area_codes) > 0),
        address text,
        longitude double precision check (longitude between -180 and 180),
        latitude double precision check (latitude between -90 and 90),
        opening_hours text,
        phone text,
        merged_into_id uuid references platform (id),
        version integer not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((status = 'merged') = (merged_into_id is not null)),
        check ((longitude is null) = (latitude is null))
      )`);
    await runner.query('create index platform_area_codes on platform using gin (area_codes)');
    await runner.query('create index platform_industry_codes on platform using gin (industry_codes)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform');
  }
}
