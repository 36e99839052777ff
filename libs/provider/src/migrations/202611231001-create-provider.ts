import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every provider service has beside its own. */
export class CreateProvider1795428001000 implements MigrationInterface {
  readonly name = 'CreateProvider1795428001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...taskAndJob, ...decisionAndPolicy, ...standards]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table standard_epoch, standard, routing_policy, decision, job_file, provider_load, job, opened_task',
    );
    await runner.query('drop function refuse_decision_change');
    await runner.query('drop sequence job_number');
  }
}

const taskAndJob = [
  `create table opened_task (
    task_id uuid primary key,
    request_id uuid not null,
    round integer not null check (round >= 1),
    attempt integer not null,
    enterprise_id uuid not null,
    area_code text not null,
    status text not null check (status in ('open', 'cancelled')),
    value json not null,
    dropouts json not null,
    updated_at timestamptz not null
  )`,
  'create sequence job_number',
  `create table job (
    id uuid primary key,
    number text not null unique,
    blind_number text not null,
    task_id uuid not null references opened_task,
    task_number text not null,
    request_id uuid not null,
    request_number text not null,
    element text not null,
    item_code text not null,
    item_zh text not null,
    item_en text not null,
    round integer not null,
    provider_id uuid not null,
    provider_name text not null,
    site_id uuid,
    enterprise_id uuid not null,
    enterprise_name text not null,
    area_code text not null,
    secrecy text not null check (secrecy in ('normal', 'strict')),
    decision_id uuid not null,
    status text not null check (status in ('offered', 'declined', 'expired', 'accepted', 'in-progress', 'completed',
      'reworked', 'cancelled', 'terminated')),
    answer_by timestamptz not null,
    promised_date date not null,
    step text,
    deliverables json not null default '[]',
    former_deliverables json not null default '[]',
    reason text,
    life_line json not null,
    offered_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1
  )`,
  // Whatever goes wrong elsewhere: never two providers at work on one task.
  `create unique index job_one_unfinished on job (task_id)
    where status in ('offered', 'accepted', 'in-progress', 'reworked')`,
  'create index job_task on job (task_id)',
  'create index job_provider on job (provider_id, id)',
  'create index job_area on job (area_code text_pattern_ops, id)',
  `create index job_request on job (request_id) where status in ('offered', 'accepted', 'in-progress', 'reworked')`,
  `create index job_answer_by on job (answer_by) where status = 'offered'`,
  // Counting the open jobs of a large provider for each decision would cost more than the decision.
  `create table provider_load (
    provider_id uuid primary key,
    open_jobs integer not null default 0,
    completed integer not null default 0,
    on_time integer not null default 0,
    star_sum integer not null default 0,
    star_count integer not null default 0
  ) with (fillfactor = 50)`,
  `create table job_file (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content_type text not null,
    bytes bytea not null,
    created_at timestamptz not null
  )`,
  'alter table job_file alter column bytes set storage external',
];

const decisionAndPolicy = [
  `create table decision (
    id uuid primary key,
    task_id uuid not null,
    request_id uuid not null,
    enterprise_id uuid not null,
    area_code text not null,
    winner_id uuid,
    at timestamptz not null,
    record json not null
  )`,
  'create index decision_task on decision (task_id)',
  `create function refuse_decision_change() returns trigger language plpgsql as $$
    begin raise exception 'a decision record is never changed'; end $$`,
  `create trigger decision_never_changes before update or delete on decision
    for each row execute function refuse_decision_change()`,
  `create table routing_policy (
    version integer primary key check (version >= 1),
    value json not null,
    reason text not null,
    changed_by json not null,
    changed_at timestamptz not null
  )`,
];

const standards = [
  `create table standard (
    number text primary key,
    family text not null,
    title json not null,
    mandatory boolean not null,
    in_force_from date,
    ends_on date,
    successors text[] not null,
    stated_at timestamptz not null,
    stated_by text not null,
    version integer not null default 1,
    check (ends_on is null or in_force_from is null or in_force_from <= ends_on)
  )`,
  'create index standard_family on standard (family)',
  'create index standard_successors on standard using gin (successors)',
  // Grows with every change: processes that keep standards in memory ask for it and know when to read again.
  'create table standard_epoch (one boolean primary key default true check (one), epoch bigint not null)',
  'insert into standard_epoch (epoch) values (0)',
];
