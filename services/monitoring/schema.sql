-- What the migrations make, as the database tells it. Generated: change a migration, not this file.

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

create table event_log (
  id uuid not null,
  "time" timestamp with time zone not null,
  type text not null,
  source text not null,
  subject text not null,
  key text not null,
  data jsonb not null,
  constraint event_log_pkey PRIMARY KEY (id, "time")
) partition by RANGE ("time");
CREATE INDEX event_log_subject ON ONLY public.event_log USING btree (subject, "time");
CREATE INDEX event_log_time ON ONLY public.event_log USING btree ("time", id);

create table event_log_default partition of event_log DEFAULT;

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

create table job_flow (
  job_id uuid not null,
  task_id uuid not null,
  request_id uuid not null,
  element text,
  provider_id uuid,
  status text not null,
  status_at timestamp with time zone not null,
  offered_at timestamp with time zone,
  answered_at timestamp with time zone,
  completed_at timestamp with time zone,
  promised_date date,
  constraint job_flow_pkey PRIMARY KEY (job_id)
);
CREATE INDEX job_flow_task ON public.job_flow USING btree (task_id);

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
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

create table request_flow (
  request_id uuid not null,
  number text,
  enterprise_id uuid,
  platform_id uuid,
  area_code text,
  industry_code text,
  channel text,
  status text not null,
  status_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  completed_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint request_flow_pkey PRIMARY KEY (request_id)
);
CREATE INDEX request_flow_submitted ON public.request_flow USING btree (submitted_at);

create table task_flow (
  task_id uuid not null,
  request_id uuid not null,
  number text,
  element text,
  item_code text,
  enterprise_id uuid,
  platform_id uuid,
  area_code text,
  provider_id uuid,
  provider_name text,
  status text not null,
  status_at timestamp with time zone not null,
  created_at timestamp with time zone,
  opened_at timestamp with time zone,
  offered_at timestamp with time zone,
  accepted_at timestamp with time zone,
  delivered_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  constraint task_flow_pkey PRIMARY KEY (task_id)
);
CREATE INDEX task_flow_created ON public.task_flow USING btree (created_at);
CREATE INDEX task_flow_request ON public.task_flow USING btree (request_id);
CREATE INDEX task_flow_waiting ON public.task_flow USING btree (status, status_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'cancelled'::text]));
