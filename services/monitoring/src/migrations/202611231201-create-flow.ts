import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per request, task and job: its latest status and when it first reached each stage. */
export class CreateFlow1795341601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table request_flow (
        request_id uuid primary key, number text, enterprise_id uuid, platform_id uuid, area_code text,
        industry_code text, channel text, status text not null, status_at timestamptz not null,
        submitted_at timestamptz, accepted_at timestamptz, completed_at timestamptz, closed_at timestamptz)`);
    await queryRunner.query(`
      create table task_flow (
        task_id uuid primary key, request_id uuid not null, number text, element text, item_code text,
        enterprise_id uuid, platform_id uuid, area_code text, provider_id uuid, provider_name text,
        status text not null, status_at timestamptz not null,
        created_at timestamptz, opened_at timestamptz, offered_at timestamptz, accepted_at timestamptz,
        delivered_at timestamptz, confirmed_at timestamptz)`);
    await queryRunner.query(`
      create table job_flow (
        job_id uuid primary key, task_id uuid not null, request_id uuid not null, element text, provider_id uuid,
        status text not null, status_at timestamptz not null,
        offered_at timestamptz, answered_at timestamptz, completed_at timestamptz, promised_date date)`);
    await queryRunner.query('create index request_flow_submitted on request_flow (submitted_at)');
    await queryRunner.query('create index task_flow_created on task_flow (created_at)');
    await queryRunner.query('create index task_flow_request on task_flow (request_id)');
    await queryRunner.query(
      `create index task_flow_waiting on task_flow (status, status_at) where status not in ('confirmed', 'cancelled')`,
    );
    await queryRunner.query('create index job_flow_task on job_flow (task_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table request_flow, task_flow, job_flow');
  }
}
