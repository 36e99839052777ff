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

create table case_concern (
  request_id uuid not null,
  request_number text,
  enterprise_id text,
  area_code text,
  constraint case_concern_pkey PRIMARY KEY (request_id)
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

create table fact (
  seq bigint generated always as identity not null,
  xid xid8 default pg_current_xact_id() not null,
  at timestamp with time zone not null,
  service text not null,
  aggregate text not null,
  aggregate_id text not null,
  request_id uuid not null,
  enterprise_id text,
  area_code text,
  provider_id text,
  told_to text[] not null,
  words jsonb,
  constraint fact_pkey PRIMARY KEY (seq)
);
CREATE INDEX fact_at ON public.fact USING btree (at);
CREATE INDEX fact_told_area_code ON public.fact USING btree (area_code text_pattern_ops, seq DESC) WHERE (words IS NOT NULL);
CREATE INDEX fact_told_enterprise_id ON public.fact USING btree (enterprise_id, seq DESC) WHERE (words IS NOT NULL);
CREATE INDEX fact_told_provider_id ON public.fact USING btree (provider_id, seq DESC) WHERE (words IS NOT NULL);

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

create table invitation (
  id uuid not null,
  secret_hash text not null,
  organisation_kind text not null,
  organisation_id text not null,
  organisation_name text not null,
  roles text[] not null,
  areas text[] not null,
  note text not null,
  invited_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by text,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint invitation_roles_check CHECK ((cardinality(roles) > 0)),
  constraint invitation_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX invitation_invited_by ON public.invitation USING btree (invited_by, created_at);

create table login_attempt (
  secret_hash text not null,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamp with time zone not null,
  membership_id uuid,
  constraint login_attempt_pkey PRIMARY KEY (secret_hash)
);
CREATE INDEX login_attempt_started_at ON public.login_attempt USING btree (started_at);

create table membership (
  id uuid not null,
  sub text not null,
  person_name text not null,
  organisation_kind text not null,
  organisation_id text not null,
  organisation_name text not null,
  roles text[] not null,
  areas text[] not null,
  acted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint membership_organisation_kind_check CHECK ((organisation_kind = ANY (ARRAY['enterprise'::text, 'institution'::text, 'expert'::text, 'platform'::text, 'administration'::text]))),
  constraint membership_roles_check CHECK ((cardinality(roles) > 0))
);
CREATE UNIQUE INDEX membership_active ON public.membership USING btree (sub, organisation_kind, organisation_id) WHERE (ended_at IS NULL);
CREATE INDEX membership_organisation ON public.membership USING btree (organisation_kind, organisation_id);

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);

create table notice_mark (
  sub text not null,
  read_to bigint not null,
  constraint notice_mark_pkey PRIMARY KEY (sub)
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

create table session (
  id uuid not null,
  token_hash text not null,
  sub text not null,
  name text not null,
  email text,
  csrf text not null,
  membership_id uuid,
  provider_sid text,
  id_token text not null,
  user_agent text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  acr text,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX session_expires_at ON public.session USING btree (expires_at);
CREATE INDEX session_provider_sid ON public.session USING btree (provider_sid);
CREATE INDEX session_sub ON public.session USING btree (sub);

create table signing_key (
  kid text not null,
  private_key jsonb not null,
  created_at timestamp with time zone not null,
  constraint signing_key_pkey PRIMARY KEY (kid)
);
