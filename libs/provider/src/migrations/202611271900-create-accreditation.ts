import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a provider lost, which jobs wait because of it and which reports are in doubt. */
export class CreateAccreditation1795806000000 implements MigrationInterface {
  readonly name = 'CreateAccreditation1795806000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table job add column paused json');
    await runner.query(`create table accreditation_loss (
      id uuid primary key,
      provider_id uuid not null,
      kind text not null check (kind in ('suspended', 'withdrawn', 'expired', 'out-of-calibration')),
      cause json not null,
      affected_from date not null,
      reported_at timestamptz not null,
      checked_at timestamptz
    )`);
    // Many lines that fall together are one loss, as long as its consequences are not drawn.
    await runner.query(`create unique index accreditation_loss_unchecked
      on accreditation_loss (provider_id, kind, affected_from, (cause ->> 'zh')) where checked_at is null`);
    await runner.query(`create table report_flag (
      id uuid primary key,
      loss_id uuid not null references accreditation_loss,
      job_id uuid not null references job,
      job_number text not null,
      task_id uuid not null,
      request_id uuid not null,
      enterprise_id uuid not null,
      area_code text not null,
      provider_id uuid not null,
      provider_name text not null,
      numbers json not null,
      cause json not null,
      affected_from date not null,
      flagged_at timestamptz not null,
      unique (job_id, loss_id)
    )`);
    await runner.query('create index report_flag_provider on report_flag (provider_id, id)');
    await runner.query('create index report_flag_request on report_flag (request_id)');
    await runner.query('create index report_flag_area on report_flag (area_code text_pattern_ops, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_flag, accreditation_loss');
    await runner.query('alter table job drop column paused');
  }
}
