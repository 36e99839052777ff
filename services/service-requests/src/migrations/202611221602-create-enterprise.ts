import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnterprise1795300002000 implements MigrationInterface {
  readonly name = 'CreateEnterprise1795300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enterprise (
        id uuid primary key,
        uscc text not null unique check (length(uscc) = 18),
        name text not null,
        name_en text,
        area_code text not null check (area_code ~ '^[0-9]{6}$'),
        industry_code text not null,
        legal_representative text not null,
        contacts jsonb not null,
        address text not null,
        longitude double precision check (longitude between -180 and 180),
        latitude double precision check (latitude between -90 and 90),
        status text not null check (status in ('registered', 'verified', 'suspended')),
        verified_by jsonb,
        verified_at timestamptz,
        suspended_reason text,
        version integer not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((longitude is null) = (latitude is null))
      )`);
    await runner.query('create index enterprise_area_code on enterprise (area_code text_pattern_ops, id)');
    await runner.query(`
      create table enterprise_member (
        enterprise_id uuid not null references enterprise (id) on delete cascade,
        sub text not null,
        name text not null,
        roles text[] not null check (cardinality(roles) > 0),
        created_at timestamptz not null default now(),
        primary key (enterprise_id, sub)
      )`);
    await runner.query('create index enterprise_member_sub on enterprise_member (sub, enterprise_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table enterprise_member, enterprise');
  }
}
