import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every event of the platform, one partition a month; the default partition catches what no month was made for. */
export class CreateEventLog1795341600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table event_log (
        id uuid not null,
        time timestamptz not null,
        type text not null,
        source text not null,
        subject text not null,
        key text not null,
        data jsonb not null,
        primary key (id, time)
      ) partition by range (time)`);
    await queryRunner.query('create table event_log_default partition of event_log default');
    await queryRunner.query('create index event_log_subject on event_log (subject, time)');
    await queryRunner.query('create index event_log_time on event_log (time, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table event_log');
  }
}
