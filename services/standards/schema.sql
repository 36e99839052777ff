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

create table import_refusal (
  run_id uuid not null,
  line integer not null,
  field text not null,
  value text not null,
  words jsonb not null,
  constraint import_refusal_pkey PRIMARY KEY (run_id, line, field, value),
  constraint import_refusal_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id) ON DELETE CASCADE
);

create table import_run (
  id uuid not null,
  format text not null,
  file_name text not null,
  file_path text not null,
  uploaded boolean not null,
  mapping jsonb not null,
  status text not null,
  line integer not null,
  added integer not null,
  changed integer not null,
  kept integer not null,
  refused integer not null,
  problem jsonb,
  started_by jsonb not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint import_run_pkey PRIMARY KEY (id)
);

create table inbox (
  event_id uuid not null,
  received_at timestamp with time zone default now() not null,
  constraint inbox_pkey PRIMARY KEY (event_id)
);
CREATE INDEX inbox_received_at ON public.inbox USING brin (received_at);

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

create table standard (
  id uuid not null,
  number text not null,
  printed text not null,
  family text not null,
  number_key text not null,
  title jsonb not null,
  ics text[] not null,
  ccs text[] not null,
  mandatory boolean not null,
  issued_on date,
  in_force_from date,
  ends_on date,
  withdrawn boolean not null,
  source text,
  confidence text not null,
  tokens tsvector not null,
  recorded_by jsonb not null,
  recorded_at timestamp with time zone not null,
  start_told date,
  end_told date,
  version integer not null,
  level smallint generated always as (
CASE
    WHEN (number ~ '^GB \d'::text) THEN 0
    WHEN (number ~ '^(GB|JJF|JJG|ISO|IEC)'::text) THEN 1
    ELSE 2
END) stored not null,
  title_length integer generated always as ((length((title ->> 'zh'::text)) + length((title ->> 'en'::text)))) stored not null,
  constraint standard_pkey PRIMARY KEY (id),
  constraint standard_check CHECK (((ends_on IS NULL) OR (in_force_from IS NULL) OR (ends_on >= in_force_from))),
  constraint standard_number_key UNIQUE (number)
);
CREATE INDEX standard_ends ON public.standard USING btree (ends_on) WHERE (ends_on IS NOT NULL);
CREATE INDEX standard_family ON public.standard USING btree (family);
CREATE INDEX standard_level_0 ON public.standard USING gin (tokens) WHERE (level = 0);
CREATE INDEX standard_level_1 ON public.standard USING gin (tokens) WHERE (level <= 1);
CREATE INDEX standard_prefix ON public.standard USING btree (number_key text_pattern_ops);
CREATE INDEX standard_starts ON public.standard USING btree (in_force_from) WHERE (in_force_from IS NOT NULL);
CREATE INDEX standard_tokens ON public.standard USING gin (tokens);

create table standard_relation (
  number text not null,
  kind text not null,
  other text not null,
  extent text,
  clauses text[] not null,
  degree text,
  since date,
  constraint standard_relation_pkey PRIMARY KEY (number, kind, other),
  constraint standard_relation_check CHECK ((number <> other))
);
CREATE INDEX standard_relation_other ON public.standard_relation USING btree (other);
