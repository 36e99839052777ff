import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotencyKey1763700000001 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKey1763700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        actor text not null,
        key text not null,
        route text not null,
        body_hash bytea not null,
        state text not null check (state in ('in-progress', 'effected', 'answered')),
        claim uuid not null,
        claimed_at timestamptz not null default now(),
        status smallint,
        headers jsonb,
        body text,
        created_at timestamptz not null default now(),
        primary key (actor, key)
      )`);
    await runner.query('create index idempotency_key_created_at on idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
