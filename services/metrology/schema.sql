-- What the migrations make, as the database tells it. Generated: change a migration, not this file.

create sequence job_number;

create table access_log (
  id uuid not null,
  at timestamp with time zone not null,
  sub text not null,
  name text not null,
  roles text[] not null,
  org_kind text,
  org_id text,
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_number text,
  request_id uuid,
  owner_kind text not null,
  owner_id text not null,
  role text not null,
  scope text not null,
  area text,
  purpose text,
  constraint access_log_pkey PRIMARY KEY (id)
);
CREATE INDEX access_log_at ON public.access_log USING brin (at) WITH (autosummarize='on');
CREATE INDEX access_log_owner ON public.access_log USING btree (owner_id, id);
CREATE INDEX access_log_request ON public.access_log USING btree (request_id, id) WHERE (request_id IS NOT NULL);
CREATE INDEX access_log_sub ON public.access_log USING btree (sub, id);

create table accreditation_loss (
  id uuid not null,
  provider_id uuid not null,
  kind text not null,
  cause json not null,
  affected_from date not null,
  reported_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  constraint accreditation_loss_pkey PRIMARY KEY (id),
  constraint accreditation_loss_kind_check CHECK ((kind = ANY (ARRAY['suspended'::text, 'withdrawn'::text, 'expired'::text, 'out-of-calibration'::text])))
);
CREATE UNIQUE INDEX accreditation_loss_unchecked ON public.accreditation_loss USING btree (provider_id, kind, affected_from, ((cause ->> 'zh'::text))) WHERE (checked_at IS NULL);

create table annex (
  id uuid not null,
  institute_id uuid not null,
  cert_no text not null,
  valid_from date not null,
  valid_to date not null,
  places jsonb not null,
  only_site uuid,
  mapping jsonb not null,
  format text not null,
  file_name text not null,
  file_path text not null,
  status text not null,
  line integer not null,
  refused integer not null,
  added integer not null,
  changed integer not null,
  kept integer not null,
  gone integer not null,
  register_state text,
  problem jsonb,
  reason text,
  submitted_by jsonb not null,
  submitted_at timestamp with time zone not null,
  reviewed_by jsonb,
  reviewed_at timestamp with time zone,
  constraint annex_pkey PRIMARY KEY (id),
  constraint annex_check CHECK ((valid_to >= valid_from)),
  constraint annex_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES institute(id)
);
CREATE INDEX annex_institute ON public.annex USING btree (institute_id, id);

create table annex_line (
  n bigint generated always as identity not null,
  annex_id uuid not null,
  line integer,
  key text not null,
  details jsonb not null,
  change text,
  capability_id uuid,
  constraint annex_line_pkey PRIMARY KEY (n),
  constraint annex_line_annex_id_fkey FOREIGN KEY (annex_id) REFERENCES annex(id) ON DELETE CASCADE,
  constraint annex_line_annex_id_key_key UNIQUE (annex_id, key)
);

create table annex_refusal (
  annex_id uuid not null,
  line integer not null,
  field text not null,
  value text not null,
  words jsonb not null,
  constraint annex_refusal_pkey PRIMARY KEY (annex_id, line, field, value),
  constraint annex_refusal_annex_id_fkey FOREIGN KEY (annex_id) REFERENCES annex(id) ON DELETE CASCADE
);

create table calendar_day (
  year smallint not null,
  day date not null,
  works boolean not null,
  name text default ''::text not null,
  constraint calendar_day_pkey PRIMARY KEY (year, day),
  constraint calendar_day_check CHECK ((EXTRACT(year FROM day) = (year)::numeric)),
  constraint calendar_day_year_fkey FOREIGN KEY (year) REFERENCES calendar_year(year) ON DELETE CASCADE
);

create table calendar_year (
  year smallint not null,
  version integer default 1 not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint calendar_year_pkey PRIMARY KEY (year),
  constraint calendar_year_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);

create table capability (
  id uuid not null,
  institute_id uuid not null,
  site_id uuid not null,
  kind text not null,
  measurand text not null,
  measurand_key text not null,
  instrument_kinds text[] not null,
  range_min text not null,
  range_max text not null,
  unit text not null,
  uncertainty text not null,
  uncertainty_unit text not null,
  k text not null,
  p text not null,
  method text not null,
  on_site boolean not null,
  legal_areas text[] not null,
  valid_from date not null,
  valid_to date not null,
  status text not null,
  status_reason text,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint capability_pkey PRIMARY KEY (id),
  constraint capability_check CHECK ((valid_to >= valid_from)),
  constraint capability_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES institute(id)
);
CREATE INDEX capability_institute ON public.capability USING btree (institute_id, id);
CREATE INDEX capability_measurand ON public.capability USING btree (measurand_key) INCLUDE (institute_id) WHERE (status <> 'proposed'::text);
CREATE TRIGGER capability_insert_kept AFTER INSERT ON public.capability REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_capability_version();
CREATE TRIGGER capability_update_kept AFTER UPDATE ON public.capability REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_capability_version();

create table capability_version (
  id uuid not null,
  institute_id uuid not null,
  site_id uuid not null,
  kind text not null,
  measurand text not null,
  measurand_key text not null,
  instrument_kinds text[] not null,
  range_min text not null,
  range_max text not null,
  unit text not null,
  uncertainty text not null,
  uncertainty_unit text not null,
  k text not null,
  p text not null,
  method text not null,
  on_site boolean not null,
  legal_areas text[] not null,
  valid_from date not null,
  valid_to date not null,
  status text not null,
  status_reason text,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint capability_version_pkey PRIMARY KEY (id, version)
);

create table dead_letter (
  id uuid not null,
  topic text not null,
  partition integer not null,
  kafka_offset bigint not null,
  key text,
  type text,
  event_id uuid,
  headers jsonb not null,
  payload bytea,
  error text not null,
  failed_at timestamp with time zone not null,
  status text default 'pending'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  constraint dead_letter_pkey PRIMARY KEY (id),
  constraint dead_letter_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'replayed'::text, 'dropped'::text])))
);
CREATE INDEX dead_letter_status_failed_at ON public.dead_letter USING btree (status, failed_at, id);

create table decision (
  id uuid not null,
  task_id uuid not null,
  request_id uuid not null,
  enterprise_id uuid not null,
  area_code text not null,
  winner_id uuid,
  at timestamp with time zone not null,
  record json not null,
  constraint decision_pkey PRIMARY KEY (id)
);
CREATE INDEX decision_at ON public.decision USING brin (at);
CREATE INDEX decision_task ON public.decision USING btree (task_id);
CREATE TRIGGER decision_never_changes BEFORE DELETE OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION refuse_decision_change();

create table idempotency_key (
  actor text not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  state text not null,
  claim uuid not null,
  claimed_at timestamp with time zone default now() not null,
  status smallint,
  headers jsonb,
  body text,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_key_pkey PRIMARY KEY (actor, key),
  constraint idempotency_key_state_check CHECK ((state = ANY (ARRAY['in-progress'::text, 'effected'::text, 'answered'::text])))
);
CREATE INDEX idempotency_key_created_at ON public.idempotency_key USING btree (created_at);

create table inbox (
  event_id uuid not null,
  received_at timestamp with time zone default now() not null,
  constraint inbox_pkey PRIMARY KEY (event_id)
);
CREATE INDEX inbox_received_at ON public.inbox USING brin (received_at);

create table institute (
  id uuid not null,
  uscc text not null,
  name text not null,
  area_code text not null,
  status text not null,
  status_reason text,
  sites jsonb not null,
  areas_served text[] not null,
  capacity_per_week integer not null,
  conflicts text[] not null,
  applied_by jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint institute_pkey PRIMARY KEY (id),
  constraint institute_capacity_per_week_check CHECK ((capacity_per_week >= 0)),
  constraint institute_uscc_unique UNIQUE (uscc)
);
CREATE INDEX institute_status_area ON public.institute USING btree (status, area_code);

create table instrument (
  id uuid not null,
  enterprise_id uuid not null,
  area_code text not null,
  name text not null,
  model text not null,
  serial_number text not null,
  asset_number text not null,
  measurand text not null,
  range_min text not null,
  range_max text not null,
  unit text not null,
  accuracy_class text not null,
  interval_months integer not null,
  compulsory boolean not null,
  place text not null,
  last_on date,
  due_on date not null,
  certificate_number text,
  status text not null,
  status_reason text,
  updated_at timestamp with time zone not null,
  version integer not null,
  standard text,
  constraint instrument_pkey PRIMARY KEY (id),
  constraint instrument_interval_months_check CHECK ((interval_months > 0)),
  constraint instrument_number_unique UNIQUE (enterprise_id, model, serial_number)
);
CREATE INDEX instrument_area_due ON public.instrument USING btree (area_code, due_on);
CREATE INDEX instrument_standard ON public.instrument USING btree (standard) WHERE (standard IS NOT NULL);

create table job (
  id uuid not null,
  number text not null,
  blind_number text not null,
  task_id uuid not null,
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
  secrecy text not null,
  decision_id uuid not null,
  status text not null,
  answer_by timestamp with time zone not null,
  promised_date date not null,
  step text,
  deliverables json default '[]'::json not null,
  former_deliverables json default '[]'::json not null,
  reason text,
  life_line json not null,
  offered_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  paused json,
  constraint job_pkey PRIMARY KEY (id),
  constraint job_secrecy_check CHECK ((secrecy = ANY (ARRAY['normal'::text, 'strict'::text]))),
  constraint job_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'declined'::text, 'expired'::text, 'accepted'::text, 'in-progress'::text, 'completed'::text, 'reworked'::text, 'cancelled'::text, 'terminated'::text]))),
  constraint job_task_id_fkey FOREIGN KEY (task_id) REFERENCES opened_task(task_id),
  constraint job_number_key UNIQUE (number)
);
CREATE INDEX job_answer_by ON public.job USING btree (answer_by) WHERE (status = 'offered'::text);
CREATE INDEX job_area ON public.job USING btree (area_code text_pattern_ops, id);
CREATE INDEX job_deliverable ON public.job USING gin ((((deliverables)::jsonb || (former_deliverables)::jsonb)) jsonb_path_ops);
CREATE UNIQUE INDEX job_one_unfinished ON public.job USING btree (task_id) WHERE (status = ANY (ARRAY['offered'::text, 'accepted'::text, 'in-progress'::text, 'reworked'::text]));
CREATE INDEX job_provider ON public.job USING btree (provider_id, id);
CREATE INDEX job_request ON public.job USING btree (request_id) WHERE (status = ANY (ARRAY['offered'::text, 'accepted'::text, 'in-progress'::text, 'reworked'::text]));
CREATE INDEX job_task ON public.job USING btree (task_id);

create table job_file (
  sha256 text not null,
  content_type text not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  constraint job_file_pkey PRIMARY KEY (sha256),
  constraint job_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);

create table opened_task (
  task_id uuid not null,
  request_id uuid not null,
  round integer not null,
  attempt integer not null,
  enterprise_id uuid not null,
  area_code text not null,
  status text not null,
  value json not null,
  dropouts json not null,
  updated_at timestamp with time zone not null,
  constraint opened_task_pkey PRIMARY KEY (task_id),
  constraint opened_task_round_check CHECK ((round >= 1)),
  constraint opened_task_status_check CHECK ((status = ANY (ARRAY['open'::text, 'cancelled'::text])))
);

create table outbox (
  seq bigint generated always as identity not null,
  id uuid not null,
  topic text not null,
  key text not null,
  type text not null,
  subject text not null,
  "time" timestamp with time zone not null,
  data text not null,
  headers jsonb default '{}'::jsonb not null,
  constraint outbox_pkey PRIMARY KEY (seq)
) with (autovacuum_analyze_scale_factor=0, autovacuum_analyze_threshold=10000, autovacuum_vacuum_cost_delay=0, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=1000, vacuum_truncate=off);

create table past_load (
  seq bigint generated always as identity not null,
  provider_id uuid not null,
  changed_by xid8 not null,
  open_jobs integer not null,
  completed integer not null,
  on_time integer not null,
  star_sum integer not null,
  star_count integer not null,
  constraint past_load_pkey PRIMARY KEY (changed_by, seq)
);

create table provider_load (
  provider_id uuid not null,
  open_jobs integer default 0 not null,
  completed integer default 0 not null,
  on_time integer default 0 not null,
  star_sum integer default 0 not null,
  star_count integer default 0 not null,
  changed_by xid8 default pg_current_xact_id() not null,
  constraint provider_load_pkey PRIMARY KEY (provider_id)
) with (fillfactor=50);
CREATE INDEX provider_load_changed_by ON public.provider_load USING btree (changed_by);
CREATE TRIGGER provider_load_insert_kept AFTER INSERT ON public.provider_load REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_past_load();
CREATE TRIGGER provider_load_update_kept AFTER UPDATE ON public.provider_load REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_past_load();

create table report_flag (
  id uuid not null,
  loss_id uuid not null,
  job_id uuid not null,
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
  flagged_at timestamp with time zone not null,
  constraint report_flag_pkey PRIMARY KEY (id),
  constraint report_flag_job_id_fkey FOREIGN KEY (job_id) REFERENCES job(id),
  constraint report_flag_loss_id_fkey FOREIGN KEY (loss_id) REFERENCES accreditation_loss(id),
  constraint report_flag_job_id_loss_id_key UNIQUE (job_id, loss_id)
);
CREATE INDEX report_flag_area ON public.report_flag USING btree (area_code text_pattern_ops, id);
CREATE INDEX report_flag_provider ON public.report_flag USING btree (provider_id, id);
CREATE INDEX report_flag_request ON public.report_flag USING btree (request_id);

create table routing_policy (
  version integer not null,
  value json not null,
  reason text not null,
  changed_by json not null,
  changed_at timestamp with time zone not null,
  constraint routing_policy_pkey PRIMARY KEY (version),
  constraint routing_policy_version_check CHECK ((version >= 1))
);

create table simulation (
  id uuid not null,
  policy json not null,
  from_date date not null,
  to_date date not null,
  areas text[] not null,
  status text not null,
  total integer not null,
  after_id uuid,
  state json not null,
  requested_by json not null,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint simulation_pkey PRIMARY KEY (id),
  constraint simulation_check CHECK ((from_date <= to_date)),
  constraint simulation_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text])))
);

create table standard (
  number text not null,
  family text not null,
  title json not null,
  mandatory boolean not null,
  in_force_from date,
  ends_on date,
  successors text[] not null,
  stated_at timestamp with time zone not null,
  stated_by text not null,
  version integer default 1 not null,
  constraint standard_pkey PRIMARY KEY (number),
  constraint standard_check CHECK (((ends_on IS NULL) OR (in_force_from IS NULL) OR (in_force_from <= ends_on)))
);
CREATE INDEX standard_family ON public.standard USING btree (family);
CREATE INDEX standard_successors ON public.standard USING gin (successors);

create table standard_epoch (
  one boolean default true not null,
  epoch bigint not null,
  constraint standard_epoch_pkey PRIMARY KEY (one),
  constraint standard_epoch_one_check CHECK (one)
);

CREATE OR REPLACE FUNCTION public.keep_capability_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into capability_version select * from changed
          on conflict (id, version) do nothing;
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION public.keep_past_load()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into past_load (provider_id, changed_by, open_jobs, completed, on_time, star_sum, star_count) select provider_id, changed_by, open_jobs, completed, on_time, star_sum, star_count from changed;
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_decision_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin raise exception 'a decision record is never changed'; end $function$
;
