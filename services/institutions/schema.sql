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
  institution_id uuid not null,
  scheme text not null,
  cert_no text not null,
  extent text not null,
  valid_from date not null,
  valid_to date not null,
  places jsonb not null,
  only_site uuid,
  mapping jsonb not null,
  format text not null,
  file_name text not null,
  file_path text not null,
  uploaded boolean not null,
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
  activated_at timestamp with time zone,
  constraint annex_pkey PRIMARY KEY (id),
  constraint annex_check CHECK ((valid_to >= valid_from)),
  constraint annex_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX annex_institution ON public.annex USING btree (institution_id, id);
CREATE INDEX annex_waiting ON public.annex USING btree (status, id) WHERE (status = ANY (ARRAY['reading'::text, 'proposed'::text]));

create table annex_line (
  n bigint generated always as identity not null,
  annex_id uuid not null,
  line integer,
  site_id uuid not null,
  object_key text not null,
  parameter text not null,
  standard text not null,
  clauses text[] not null,
  details jsonb not null,
  change text,
  fields text[] default '{}'::text[] not null,
  line_id uuid,
  constraint annex_line_pkey PRIMARY KEY (n),
  constraint annex_line_annex_id_fkey FOREIGN KEY (annex_id) REFERENCES annex(id) ON DELETE CASCADE
);
CREATE INDEX annex_line_change ON public.annex_line USING btree (annex_id, change, n);
CREATE UNIQUE INDEX annex_line_unique ON public.annex_line USING btree (annex_id, site_id, object_key, parameter, standard, clauses);

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

create table equipment (
  id uuid not null,
  institution_id uuid not null,
  site_id uuid not null,
  name text not null,
  asset_number text not null,
  certificate_number text not null,
  calibrated_on date not null,
  calibrated_until date not null,
  status text not null,
  status_reason text,
  stopped_on date,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint equipment_pkey PRIMARY KEY (id),
  constraint equipment_check CHECK ((calibrated_until >= calibrated_on)),
  constraint equipment_status_check CHECK ((status = ANY (ARRAY['in-use'::text, 'stopped'::text, 'scrapped'::text]))),
  constraint equipment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint equipment_number_unique UNIQUE (institution_id, asset_number)
);
CREATE TRIGGER equipment_insert_image_due AFTER INSERT ON public.equipment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER equipment_update_image_due AFTER UPDATE ON public.equipment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();

create table equipment_line (
  equipment_id uuid not null,
  line_id uuid not null,
  institution_id uuid not null,
  constraint equipment_line_pkey PRIMARY KEY (equipment_id, line_id),
  constraint equipment_line_equipment_id_fkey FOREIGN KEY (equipment_id) REFERENCES equipment(id)
);
CREATE INDEX equipment_line_line ON public.equipment_line USING btree (line_id);
CREATE TRIGGER equipment_line_delete_image_due AFTER DELETE ON public.equipment_line REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER equipment_line_insert_image_due AFTER INSERT ON public.equipment_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER equipment_line_update_image_due AFTER UPDATE ON public.equipment_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();

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

create table image_due (
  institution_id uuid not null,
  constraint image_due_pkey PRIMARY KEY (institution_id),
  constraint image_due_drawn TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE CONSTRAINT TRIGGER image_due_drawn AFTER INSERT ON public.image_due DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION draw_due_images();

create table inbox (
  event_id uuid not null,
  received_at timestamp with time zone default now() not null,
  constraint inbox_pkey PRIMARY KEY (event_id)
);
CREATE INDEX inbox_received_at ON public.inbox USING brin (received_at);

create table institution (
  id uuid not null,
  uscc text not null,
  name text not null,
  kind text not null,
  area_code text not null,
  status text not null,
  status_reason text,
  sites jsonb not null,
  contacts jsonb not null,
  members jsonb not null,
  areas_served text[] not null,
  elements text[] not null,
  capacity_per_week integer not null,
  closed_dates text[] not null,
  conflicts text[] not null,
  applied_by jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint institution_pkey PRIMARY KEY (id),
  constraint institution_capacity_per_week_check CHECK ((capacity_per_week >= 0)),
  constraint institution_uscc_unique UNIQUE (uscc)
);
CREATE INDEX institution_status_area ON public.institution USING btree (status, area_code);
CREATE TRIGGER institution_insert_image_due AFTER INSERT ON public.institution REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER institution_truncate_closes_images AFTER TRUNCATE ON public.institution FOR EACH STATEMENT EXECUTE FUNCTION close_institution_images();
CREATE TRIGGER institution_update_image_due AFTER UPDATE ON public.institution REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();

create table institution_image (
  institution_id uuid not null,
  epoch bigint not null,
  until_epoch bigint,
  facts json not null,
  terms json not null,
  lines bytea not null,
  constraint institution_image_pkey PRIMARY KEY (institution_id, epoch)
);
CREATE INDEX institution_image_epoch ON public.institution_image USING btree (epoch) WHERE (until_epoch IS NULL);
CREATE INDEX institution_image_until ON public.institution_image USING btree (until_epoch) WHERE (until_epoch IS NOT NULL);

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

create table qualification (
  id uuid not null,
  institution_id uuid not null,
  scheme text not null,
  number text not null,
  issuer text not null,
  issued_on date not null,
  valid_from date not null,
  valid_to date not null,
  status text not null,
  status_reason text,
  updated_at timestamp with time zone not null,
  version integer not null,
  constraint qualification_pkey PRIMARY KEY (id),
  constraint qualification_check CHECK ((valid_to >= valid_from)),
  constraint qualification_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id),
  constraint qualification_number_unique UNIQUE (institution_id, scheme, number)
);
CREATE TRIGGER qualification_insert_image_due AFTER INSERT ON public.qualification REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER qualification_update_image_due AFTER UPDATE ON public.qualification REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();

create table register_epoch (
  one boolean default true not null,
  epoch bigint not null,
  constraint register_epoch_pkey PRIMARY KEY (one),
  constraint register_epoch_one_check CHECK (one)
);

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

create table scope_key (
  id integer generated always as identity not null,
  standard text not null,
  family text not null,
  object_key text not null,
  parameter text not null,
  constraint scope_key_pkey PRIMARY KEY (id),
  constraint scope_key_unique UNIQUE (standard, object_key, parameter)
);

create table scope_line (
  id uuid not null,
  version integer not null,
  institution_id uuid not null,
  site_id uuid not null,
  scheme text not null,
  cert_no text not null,
  category text[] not null,
  object text not null,
  object_key text not null,
  parameter text not null,
  method text not null,
  standard text not null,
  family text not null,
  year integer,
  clauses text[] not null,
  range_min text,
  range_max text,
  unit text,
  uncertainty text,
  limit_note text,
  valid_from date not null,
  valid_to date not null,
  status text not null,
  status_reason text,
  recorded_by jsonb not null,
  rev_from timestamp with time zone not null,
  rev_to timestamp with time zone,
  constraint scope_line_pkey PRIMARY KEY (id, version),
  constraint scope_line_check CHECK ((valid_to >= valid_from)),
  constraint scope_line_check1 CHECK (((rev_to IS NULL) OR (rev_to >= rev_from))),
  constraint scope_line_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE INDEX scope_line_current_family ON public.scope_line USING btree (family, object_key) INCLUDE (institution_id) WHERE ((rev_to IS NULL) AND (status <> 'proposed'::text));
CREATE INDEX scope_line_current_institution ON public.scope_line USING btree (institution_id, id) WHERE (rev_to IS NULL);
CREATE INDEX scope_line_current_object ON public.scope_line USING btree (object_key, id) WHERE (rev_to IS NULL);
CREATE INDEX scope_line_current_standard ON public.scope_line USING btree (standard, id) WHERE (rev_to IS NULL);
CREATE UNIQUE INDEX scope_line_current_unique ON public.scope_line USING btree (site_id, scheme, object_key, parameter, standard, clauses) WHERE ((rev_to IS NULL) AND (status = ANY (ARRAY['proposed'::text, 'active'::text, 'suspended'::text])));
CREATE TRIGGER scope_line_insert_image_due AFTER INSERT ON public.scope_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();
CREATE TRIGGER scope_line_update_image_due AFTER UPDATE ON public.scope_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_image_due();

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

create table synonym (
  id uuid not null,
  kind text not null,
  name text not null,
  name_key text not null,
  relation text not null,
  other text not null,
  other_key text not null,
  source text not null,
  recorded_by jsonb not null,
  recorded_at timestamp with time zone not null,
  ended_by jsonb,
  ended_at timestamp with time zone,
  constraint synonym_pkey PRIMARY KEY (id),
  constraint synonym_check CHECK ((name_key <> other_key))
);
CREATE INDEX synonym_kind ON public.synonym USING btree (kind, id);
CREATE UNIQUE INDEX synonym_pair ON public.synonym USING btree (kind, LEAST(name_key, other_key), GREATEST(name_key, other_key)) WHERE (ended_at IS NULL);
CREATE TRIGGER synonym_raises_epoch AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.synonym FOR EACH STATEMENT EXECUTE FUNCTION raise_synonym_epoch();

create table synonym_epoch (
  one boolean default true not null,
  epoch bigint not null,
  constraint synonym_epoch_pkey PRIMARY KEY (one),
  constraint synonym_epoch_one_check CHECK (one)
);

create table work_item (
  id uuid not null,
  institution_id uuid not null,
  standard text not null,
  ends_on date not null,
  successors text[] not null,
  lines integer not null,
  status text not null,
  reason text,
  closed_by jsonb,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null,
  constraint work_item_pkey PRIMARY KEY (id),
  constraint work_item_lines_check CHECK ((lines > 0)),
  constraint work_item_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'dismissed'::text]))),
  constraint work_item_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id) ON DELETE CASCADE,
  constraint work_item_institution_id_standard_key UNIQUE (institution_id, standard)
);
CREATE INDEX work_item_open ON public.work_item USING btree (standard) WHERE (status = 'open'::text);

CREATE OR REPLACE FUNCTION public.close_institution_images()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare now_epoch bigint;
    begin
      update register_epoch set epoch = epoch + 1 returning epoch into now_epoch;
      update institution_image set until_epoch = now_epoch where until_epoch is null;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION public.draw_due_images()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare ids uuid[];
    begin
      with gone as (delete from image_due returning institution_id) select array_agg(institution_id) into ids from gone;
      if ids is not null then perform draw_institution_images(ids); end if;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION public.draw_institution_images(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare now_epoch bigint;
  begin
    update register_epoch set epoch = epoch + 1 returning epoch into now_epoch;
    insert into scope_key (standard, family, object_key, parameter)
      select distinct l.standard, l.family, l.object_key, l.parameter from scope_line l
      where l.institution_id = any (ids) and l.rev_to is null and l.status in ('active', 'suspended', 'expired')
        and not exists (select from scope_key k
          where k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter)
      order by 1, 3, 4
      on conflict do nothing;
    with line as (
      select l.institution_id,
        (select id from scope_key k
          where k.standard = l.standard and k.object_key = l.object_key and k.parameter = l.parameter) as key, l.site_id, l.scheme,
        case when weaker then q.status else l.status end as status,
        case when weaker then q.status_reason else l.status_reason end as reason,
        greatest(l.valid_from, q.valid_from) as valid_from, least(l.valid_to, q.valid_to) as valid_to, l.limit_note,
        nullif(l.clauses, '{}') as clauses, e.valid_to as equipment_valid_to
      from scope_line l
      left join qualification q on q.institution_id = l.institution_id and q.scheme = l.scheme
        and q.number = l.cert_no and q.status <> 'proposed'
      left join (
        select r.line_id, min(least(d.calibrated_until, d.stopped_on - 1)) as valid_to
        from equipment d join equipment_line r on r.equipment_id = d.id
        where d.institution_id = any (ids) and d.status <> 'scrapped' group by r.line_id
      ) e on e.line_id = l.id
      cross join lateral (select l.status = 'active' and q.status <> 'active' as weaker) w
      where l.institution_id = any (ids) and l.rev_to is null and l.status in ('active', 'suspended', 'expired')
    ), ranked as (
      select *, dense_rank() over (partition by institution_id
        order by site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses, equipment_valid_to) - 1 as term
      from line
    ), term as (
      select institution_id, json_agg(json_build_array(site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses,
        equipment_valid_to) order by term) as terms
      from (select distinct institution_id, term, site_id, scheme, status, reason, valid_from, valid_to, limit_note, clauses,
        equipment_valid_to from ranked) each_once
      group by institution_id
    ), packed as (
      select institution_id, string_agg(int4send(key) || int2send(term::int2), '' order by term, key) as lines
      from ranked group by institution_id
    ), drawn as (
      select i.id as institution_id, json_build_object('name', i.name, 'status', i.status,
          'statusReason', i.status_reason, 'sites', i.sites, 'areasServed', i.areas_served, 'elements', i.elements,
          'capacityPerWeek', i.capacity_per_week, 'closedDates', i.closed_dates, 'conflicts', i.conflicts) as facts,
        coalesce(terms, '[]') as terms, coalesce(lines, '') as lines
      from institution i left join term on term.institution_id = i.id left join packed on packed.institution_id = i.id
      where i.id = any (ids) and i.status in ('active', 'suspended')
    ), closed as (
      update institution_image o set until_epoch = now_epoch
      where o.institution_id = any (ids) and o.until_epoch is null and not exists (select from drawn d
        where d.institution_id = o.institution_id and o.lines = d.lines
          and o.terms::text = d.terms::text and o.facts::text = d.facts::text)
      returning institution_id
    )
    insert into institution_image (institution_id, epoch, facts, terms, lines)
      select d.institution_id, now_epoch, d.facts, d.terms, d.lines from drawn d
      where d.institution_id in (select institution_id from closed)
        or not exists (select from institution_image o
          where o.institution_id = d.institution_id and o.until_epoch is null);
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

CREATE OR REPLACE FUNCTION public.note_image_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      execute format('insert into image_due select distinct %I from changed order by 1 on conflict do nothing',
        case tg_table_name when 'institution' then 'id' else 'institution_id' end);
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION public.raise_synonym_epoch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        update synonym_epoch set epoch = epoch + 1;
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_decision_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin raise exception 'a decision record is never changed'; end $function$
;
