import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has beside its own. */
export class CreateMessaging1795428000000 implements MigrationInterface {
  readonly name = 'CreateMessaging1795428000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A queue is mostly dead rows: unless they are cleared often, every read of its head walks over them.
    await queryRunner.query(`
      create table outbox (
        seq bigint generated always as identity primary key,
        id uuid not null,
        topic text not null,
        key text not null,
        type text not null,
        subject text not null,
        time timestamptz not null,
        data text not null,
        headers jsonb not null default '{}'
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
              autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0,
              autovacuum_analyze_threshold = 10000, vacuum_truncate = off)`);
    await queryRunner.query(`
      create table inbox (
        event_id uuid primary key,
        received_at timestamptz not null default now()
      )`);
    // Rows arrive in the order of time: a block-range index finds the old ones and costs nearly nothing to keep.
    await queryRunner.query('create index inbox_received_at on inbox using brin (received_at)');
    await queryRunner.query(`
      create table dead_letter (
        id uuid primary key,
        topic text not null,
        partition int not null,
        kafka_offset bigint not null,
        key text,
        type text,
        event_id uuid,
        headers jsonb not null,
        payload bytea,
        error text not null,
        failed_at timestamptz not null,
        status text not null default 'pending' check (status in ('pending', 'replayed', 'dropped')),
        decided_by text,
        decided_at timestamptz,
        reason text
      )`);
    await queryRunner.query('create index dead_letter_status_failed_at on dead_letter (status, failed_at, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table dead_letter, inbox, outbox');
  }
}
