-- What the migrations make, as the database tells it. Generated: change a migration, not this file.

create table account (
  sub text not null,
  email text not null,
  name text not null,
  password_hash text not null,
  status text not null,
  created_at timestamp with time zone not null,
  password_changed_at timestamp with time zone not null,
  version integer not null,
  constraint account_pkey PRIMARY KEY (sub),
  constraint account_email_check CHECK ((email = lower(email))),
  constraint account_email_key UNIQUE (email)
);

create table attempt (
  kind text not null,
  key_hash bytea not null,
  count integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (kind, key_hash)
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

create table migration (
  id integer default nextval('migration_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id)
);

create table oidc_item (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  uid text,
  account_sub text,
  grant_id text,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint oidc_item_pkey PRIMARY KEY (kind, id_hash)
);
CREATE INDEX oidc_item_account ON public.oidc_item USING btree (account_sub, kind) WHERE (account_sub IS NOT NULL);
CREATE INDEX oidc_item_expires_at ON public.oidc_item USING btree (expires_at);
CREATE INDEX oidc_item_grant ON public.oidc_item USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE UNIQUE INDEX oidc_item_uid ON public.oidc_item USING btree (kind, uid) WHERE (uid IS NOT NULL);

create table recovery_code (
  sub text not null,
  code_hash bytea not null,
  constraint recovery_code_pkey PRIMARY KEY (sub, code_hash),
  constraint recovery_code_sub_fkey FOREIGN KEY (sub) REFERENCES second_factor(sub) ON DELETE CASCADE
);

create table registration (
  token_hash bytea not null,
  email text not null,
  name text not null,
  password_hash text not null,
  expires_at timestamp with time zone not null,
  constraint registration_pkey PRIMARY KEY (token_hash)
);

create table reset (
  token_hash bytea not null,
  sub text not null,
  expires_at timestamp with time zone not null,
  constraint reset_pkey PRIMARY KEY (token_hash),
  constraint reset_sub_fkey FOREIGN KEY (sub) REFERENCES account(sub) ON DELETE CASCADE
);
CREATE INDEX reset_sub ON public.reset USING btree (sub);

create table second_factor (
  sub text not null,
  sealed_secret text not null,
  confirmed_at timestamp with time zone,
  last_step integer not null,
  constraint second_factor_pkey PRIMARY KEY (sub),
  constraint second_factor_sub_fkey FOREIGN KEY (sub) REFERENCES account(sub) ON DELETE CASCADE
);

create table session_use (
  session_uid text not null,
  user_agent text not null,
  address text not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint session_use_pkey PRIMARY KEY (session_uid)
);

create table signing_key (
  kid text not null,
  sealed_jwk text not null,
  signs_from timestamp with time zone not null,
  constraint signing_key_pkey PRIMARY KEY (kid)
);
