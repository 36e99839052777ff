-- What the migrations make, as the database tells it. Generated: change a migration, not this file.

create sequence service_request_number;

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

create table attachment (
  id uuid not null,
  enterprise_id uuid not null,
  sha256 text not null,
  size integer not null,
  type text not null,
  file_name text not null,
  uploaded_by jsonb not null,
  uploaded_at timestamp with time zone not null,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint attachment_size_check CHECK ((size > 0)),
  constraint attachment_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'jpg'::text, 'png'::text, 'docx'::text, 'xlsx'::text, 'zip'::text]))),
  constraint attachment_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprise(id)
);
CREATE INDEX attachment_enterprise_id ON public.attachment USING btree (enterprise_id, id);

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

create table ended_standard (
  number text not null,
  family text not null,
  ends_on date not null,
  successors text[] not null,
  stated_at timestamp with time zone not null,
  constraint ended_standard_pkey PRIMARY KEY (number)
);
CREATE INDEX ended_standard_family ON public.ended_standard USING btree (family);

create table enterprise (
  id uuid not null,
  uscc text not null,
  name text not null,
  name_en text,
  area_code text not null,
  industry_code text not null,
  legal_representative text not null,
  contacts jsonb not null,
  address text not null,
  longitude double precision,
  latitude double precision,
  status text not null,
  verified_by jsonb,
  verified_at timestamp with time zone,
  suspended_reason text,
  version integer not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint enterprise_pkey PRIMARY KEY (id),
  constraint enterprise_area_code_check CHECK ((area_code ~ '^[0-9]{6}$'::text)),
  constraint enterprise_check CHECK (((longitude IS NULL) = (latitude IS NULL))),
  constraint enterprise_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint enterprise_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint enterprise_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'verified'::text, 'suspended'::text]))),
  constraint enterprise_uscc_check CHECK ((length(uscc) = 18)),
  constraint enterprise_uscc_key UNIQUE (uscc)
);
CREATE INDEX enterprise_area_code ON public.enterprise USING btree (area_code text_pattern_ops, id);

create table enterprise_member (
  enterprise_id uuid not null,
  sub text not null,
  name text not null,
  roles text[] not null,
  created_at timestamp with time zone default now() not null,
  constraint enterprise_member_pkey PRIMARY KEY (enterprise_id, sub),
  constraint enterprise_member_roles_check CHECK ((cardinality(roles) > 0)),
  constraint enterprise_member_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprise(id) ON DELETE CASCADE
);
CREATE INDEX enterprise_member_sub ON public.enterprise_member USING btree (sub, enterprise_id);

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

create table life_line_entry (
  id bigint generated always as identity not null,
  request_id uuid not null,
  task_id uuid,
  at timestamp with time zone not null,
  by jsonb not null,
  kind text not null,
  words jsonb not null,
  data jsonb not null,
  constraint life_line_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX life_line_entry_request ON public.life_line_entry USING btree (request_id, id);
CREATE TRIGGER life_line_append_only BEFORE DELETE OR UPDATE ON public.life_line_entry FOR EACH STATEMENT EXECUTE FUNCTION life_line_is_append_only();

create table limit_clock (
  id uuid not null,
  request_id uuid not null,
  task_id uuid,
  kind text not null,
  status text not null,
  started_at timestamp with time zone not null,
  allowed_minutes integer not null,
  used_minutes integer not null,
  running_since timestamp with time zone,
  due_at timestamp with time zone not null,
  fixed boolean not null,
  provisional boolean not null,
  reminded_percent smallint not null,
  level smallint not null,
  next_at timestamp with time zone,
  stopped_at timestamp with time zone,
  extensions jsonb not null,
  constraint limit_clock_pkey PRIMARY KEY (id),
  constraint limit_clock_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text])))
);
CREATE INDEX limit_clock_late ON public.limit_clock USING btree (request_id) WHERE ((level > 0) AND (status = 'running'::text));
CREATE UNIQUE INDEX limit_clock_live ON public.limit_clock USING btree (request_id, task_id, kind) NULLS NOT DISTINCT WHERE (status <> 'stopped'::text);
CREATE INDEX limit_clock_next ON public.limit_clock USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX limit_clock_request ON public.limit_clock USING btree (request_id);

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

create table platform (
  id uuid not null,
  name jsonb not null,
  status text not null,
  industry_codes text[] not null,
  area_codes text[] not null,
  address text,
  longitude double precision,
  latitude double precision,
  opening_hours text,
  phone text,
  merged_into_id uuid,
  version integer not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint platform_pkey PRIMARY KEY (id),
  constraint platform_area_codes_check CHECK ((cardinality(area_codes) > 0)),
  constraint platform_check CHECK (((status = 'merged'::text) = (merged_into_id IS NOT NULL))),
  constraint platform_check1 CHECK (((longitude IS NULL) = (latitude IS NULL))),
  constraint platform_industry_codes_check CHECK ((cardinality(industry_codes) > 0)),
  constraint platform_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint platform_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint platform_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'merged'::text, 'closed'::text]))),
  constraint platform_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES platform(id)
);
CREATE INDEX platform_area_codes ON public.platform USING gin (area_codes);
CREATE INDEX platform_industry_codes ON public.platform USING gin (industry_codes);

create table rating (
  id uuid not null,
  request_id uuid not null,
  request_number text not null,
  task_id uuid,
  enterprise_id uuid not null,
  platform_id uuid not null,
  provider_id uuid,
  timeliness smallint not null,
  result smallint not null,
  comment text,
  given_by jsonb not null,
  given_at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (id),
  constraint rating_result_check CHECK (((result >= 1) AND (result <= 5))),
  constraint rating_timeliness_check CHECK (((timeliness >= 1) AND (timeliness <= 5))),
  constraint rating_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprise(id),
  constraint rating_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES platform(id),
  constraint rating_once UNIQUE NULLS NOT DISTINCT (request_id, task_id)
);
CREATE INDEX rating_enterprise_id ON public.rating USING btree (enterprise_id, id);
CREATE INDEX rating_provider_id ON public.rating USING btree (provider_id, id) WHERE (provider_id IS NOT NULL);

create table service_item (
  id uuid not null,
  code text not null,
  item_version integer not null,
  element text not null,
  name jsonb not null,
  description jsonb not null,
  fields json not null,
  documents jsonb not null,
  price_text jsonb not null,
  promised_days integer not null,
  duration_days integer not null,
  answer_within_days integer not null,
  eligible_provider_ids uuid[] not null,
  auto_accept boolean not null,
  status text not null,
  published_at timestamp with time zone,
  retired_at timestamp with time zone,
  version integer not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  standards text[] default '{}'::text[] not null,
  constraint service_item_pkey PRIMARY KEY (id),
  constraint service_item_answer_within_days_check CHECK ((answer_within_days >= 1)),
  constraint service_item_duration_days_check CHECK ((duration_days >= 1)),
  constraint service_item_item_version_check CHECK ((item_version >= 1)),
  constraint service_item_promised_days_check CHECK ((promised_days >= 1)),
  constraint service_item_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text]))),
  constraint service_item_code_item_version_key UNIQUE (code, item_version)
);
CREATE INDEX service_item_cites ON public.service_item USING gin (standards) WHERE (status = 'published'::text);
CREATE UNIQUE INDEX service_item_draft ON public.service_item USING btree (code) WHERE (status = 'draft'::text);
CREATE UNIQUE INDEX service_item_published ON public.service_item USING btree (code) WHERE (status = 'published'::text);

create table service_request (
  id uuid not null,
  number text not null,
  version integer not null,
  status text not null,
  channel text not null,
  enterprise_id uuid not null,
  enterprise jsonb not null,
  platform_id uuid not null,
  area_code text not null,
  title text,
  problem text,
  need_by date,
  contact jsonb,
  attachment_ids uuid[] not null,
  lines jsonb not null,
  item_codes text[] not null,
  answer jsonb,
  withdrawal text,
  copied_from_id uuid,
  created_by jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  completed_at timestamp with time zone,
  closed_at timestamp with time zone,
  rated_at timestamp with time zone,
  constraint service_request_pkey PRIMARY KEY (id),
  constraint service_request_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'counter'::text]))),
  constraint service_request_number_key UNIQUE (number)
) with (fillfactor=80);
CREATE INDEX service_request_area ON public.service_request USING btree (area_code text_pattern_ops, id);
CREATE INDEX service_request_enterprise ON public.service_request USING btree (enterprise_id, id);
CREATE INDEX service_request_lately ON public.service_request USING btree (enterprise_id, submitted_at) WHERE (submitted_at IS NOT NULL);
CREATE INDEX service_request_status ON public.service_request USING btree (status, area_code, id);

create table task (
  id uuid not null,
  number text not null,
  version integer not null,
  request_id uuid not null,
  request_number text not null,
  line_key text not null,
  status text not null,
  element text not null,
  item_code text not null,
  item_version integer not null,
  item_name jsonb not null,
  days integer not null,
  demand jsonb not null,
  need_by date,
  urgency text not null,
  secrecy text not null,
  consents jsonb not null,
  excluded uuid[] not null,
  preferred uuid[] not null,
  eligible_providers uuid[] not null,
  answer_within integer not null,
  depends_on uuid[] not null,
  enterprise_id uuid not null,
  enterprise jsonb not null,
  platform_id uuid not null,
  area_code text not null,
  round integer not null,
  dispatched_to jsonb,
  job_id uuid,
  job jsonb,
  step jsonb,
  unroutable jsonb,
  deliverables jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  offered_at timestamp with time zone,
  accepted_at timestamp with time zone,
  delivered_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  rated_at timestamp with time zone,
  constraint task_pkey PRIMARY KEY (id),
  constraint task_request_id_fkey FOREIGN KEY (request_id) REFERENCES service_request(id),
  constraint task_number_key UNIQUE (number)
) with (fillfactor=80);
CREATE INDEX task_cites ON public.task USING gin (jsonb_path_query_array(demand, '$."tests"[*]."methodStandard"'::jsonpath)) WHERE (status = ANY (ARRAY['waiting'::text, 'opened'::text, 'offered'::text, 'unroutable'::text, 'accepted'::text, 'in-progress'::text]));
CREATE INDEX task_enterprise ON public.task USING btree (enterprise_id, id);
CREATE INDEX task_request ON public.task USING btree (request_id);
CREATE INDEX task_status ON public.task USING btree (status, area_code, id);

create table time_limit (
  kind text not null,
  item_code text default ''::text not null,
  days integer not null,
  version integer default 1 not null,
  changed_by jsonb not null,
  changed_at timestamp with time zone not null,
  constraint time_limit_pkey PRIMARY KEY (kind, item_code),
  constraint time_limit_days_check CHECK (((days >= 1) AND (days <= 250))),
  constraint time_limit_kind_check CHECK ((kind = ANY (ARRAY['accept'::text, 'dispatch'::text, 'answer'::text, 'visit'::text, 'rating'::text])))
);

create table work_item (
  id uuid not null,
  kind text not null,
  request_id uuid,
  request_number text,
  task_id uuid,
  item_id uuid,
  item_code text,
  enterprise_id uuid,
  area_code text,
  standard text not null,
  ends_on date not null,
  planned_date date,
  successors text[] not null,
  status text not null,
  reason text,
  closed_by jsonb,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null,
  constraint work_item_pkey PRIMARY KEY (id),
  constraint work_item_check CHECK ((((task_id IS NULL) = (kind = 'item'::text)) AND ((item_id IS NULL) = (kind = 'request'::text)))),
  constraint work_item_kind_check CHECK ((kind = ANY (ARRAY['request'::text, 'item'::text]))),
  constraint work_item_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'dismissed'::text]))),
  constraint work_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES service_item(id),
  constraint work_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES service_request(id),
  constraint work_item_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);
CREATE UNIQUE INDEX work_item_item ON public.work_item USING btree (item_id, standard) WHERE (item_id IS NOT NULL);
CREATE INDEX work_item_open ON public.work_item USING btree (ends_on, id) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX work_item_task ON public.work_item USING btree (task_id, standard) WHERE (task_id IS NOT NULL);

CREATE OR REPLACE FUNCTION public.life_line_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the life line is append-only'; end $function$
;
