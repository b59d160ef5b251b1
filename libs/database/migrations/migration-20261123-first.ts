import { Migration } from '@mikro-orm/migrations';

/** The first schema: organisation, staff and sign-in, petitioners apart, cases with their clocks, outbox and notices. */
export class Migration20261123First extends Migration {
  override up(): void {
    this.addSql(ORGANISATION);
    this.addSql(STAFF);
    this.addSql(CASES);
    this.addSql(CLOCKS_AND_HISTORY);
    this.addSql(MESSAGES);
  }

  override down(): void {
    this.addSql(`
      drop table attention_item, idempotency_key, notice, outbox, history, deadline, petition, cases, case_counter;
      drop schema identity cascade;
      drop table staff_verification, staff_account, staff_session, staff, former_unit, agency;
      drop function fold(text);
    `);
  }
}

/** `fold` strips Vietnamese marks and folds đ, so that Hoà, Hòa and hoa find each other. */
const ORGANISATION = `
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;

  create function fold(value text) returns text
    language sql immutable parallel safe strict
    as $$ select regexp_replace(lower(public.unaccent('public.unaccent', translate(normalize(value, NFC), 'ÐðĐđ', 'DdDd'))), '\\s+', ' ', 'g') $$;

  create table agency (
    code text primary key check (code ~ '^[a-z0-9-]{2,60}$'),
    name text not null,
    kind text not null,
    parent_code text references agency,
    email text,
    valid_from date,
    valid_to date,
    verified boolean not null default true,
    former_district text,
    tax_code text,
    source_url text,
    note text,
    created_at timestamptz not null default now()
  );
  create index agency_parent on agency (parent_code);

  create table former_unit (
    id bigint generated always as identity primary key,
    name text not null,
    district text not null default '',
    agency_code text not null references agency,
    note text,
    is_split boolean not null default false,
    is_name_of_another text,
    unique (name, district, agency_code)
  );
  create index former_unit_agency on former_unit (agency_code);
`;

const STAFF = `
  create table staff (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null default false,
    image text,
    role text not null default 'agencyOfficer',
    agency_code text references agency,
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index staff_agency on staff (agency_code, role) where is_active;

  create table staff_session (
    id text primary key,
    token text not null unique,
    user_id text not null references staff on delete cascade,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index staff_session_user on staff_session (user_id);

  create table staff_account (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references staff on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index staff_account_user on staff_account (user_id);

  create table staff_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
`;

const CASES = `
  create schema identity;
  create table identity.petitioner (
    ref uuid primary key,
    full_name text not null,
    address text,
    phone text,
    id_number text,
    is_sample boolean not null default false,
    created_at timestamptz not null default now()
  );

  create table case_counter (
    year int primary key,
    last int not null
  );

  create table cases (
    id uuid primary key,
    number text not null unique,
    tracking_hash bytea not null unique,
    procedure text not null,
    procedure_version int not null,
    declared_kind text,
    state jsonb not null,
    facts jsonb not null,
    handling text not null,
    supervision text not null,
    headline text not null check (headline in ('received', 'assigned', 'escalated', 'resolved')),
    level smallint not null default 0,
    owner_role text,
    version int not null,
    desk_agency_code text not null references agency,
    agency_code text references agency,
    received_on date,
    channel text not null,
    subject text not null,
    topic text,
    place_text text,
    place_code text references agency,
    agency_named text,
    due date,
    due_clock text,
    due_certainty text,
    due_provisional boolean not null default false,
    outcome text,
    outcome_summary text,
    resolved_on date,
    settled_in_time boolean,
    policy_version text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index cases_open_by_agency on cases (agency_code, due, id) where headline <> 'resolved';
  create index cases_open_by_due on cases (due, id) where headline <> 'resolved';
  create index cases_by_received on cases (received_on desc nulls last, id desc);
  create index cases_newest on cases (created_at desc, id desc);
  create index cases_by_desk on cases (desk_agency_code, created_at desc);
  create index cases_subject on cases using gin (fold(subject) gin_trgm_ops);

  create table petition (
    id uuid primary key,
    case_id uuid not null references cases,
    received_on date,
    channel text not null,
    declared_kind text,
    content text,
    petitioner_ref uuid references identity.petitioner,
    source_key text unique,
    source_hash text,
    source_url text,
    created_at timestamptz not null default now()
  );
  create index petition_case on petition (case_id);

  create table attention_item (
    id uuid primary key,
    case_id uuid not null references cases,
    kind text not null,
    column_name text,
    value text,
    candidates text[] not null default '{}',
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    settled_by text,
    settled_note text,
    unique (case_id, kind)
  );
  create index attention_open on attention_item (created_at, id) where settled_at is null;
`;

const CLOCKS_AND_HISTORY = `
  create table deadline (
    id uuid primary key,
    case_id uuid not null references cases,
    clock text not null,
    procedure text not null,
    state text not null check (state in ('running', 'paused', 'met', 'cancelled')),
    ledger jsonb not null,
    due date,
    next_step smallint,
    next_alarm_at timestamptz,
    met_in_time boolean,
    policy_version text not null
  );
  create index deadline_case on deadline (case_id);
  create index deadline_alarm on deadline (next_alarm_at) where state = 'running' and next_alarm_at is not null;

  create table history (
    case_id uuid not null references cases,
    seq int not null,
    command text not null,
    payload jsonb not null,
    actor_id text not null,
    actor_role text not null,
    agency_code text,
    at timestamptz not null default now(),
    legal_on date,
    handling_from text,
    handling_to text not null,
    headline text not null,
    source text,
    policy_version text not null,
    primary key (case_id, seq)
  );

  create table idempotency_key (
    actor_id text not null,
    key text not null,
    request_hash text not null,
    response json not null,
    created_at timestamptz not null default now(),
    primary key (actor_id, key)
  );
`;

const MESSAGES = `
  create table outbox (
    id uuid primary key,
    case_id uuid not null,
    seq int not null,
    kind text not null,
    payload jsonb not null,
    created_at timestamptz not null default now(),
    rung_at timestamptz,
    ring_after timestamptz not null default now(),
    settled_at timestamptz,
    parked_at timestamptz,
    attempts int not null default 0,
    last_error text
  );
  create index outbox_open on outbox (ring_after) where settled_at is null and parked_at is null;
  create index outbox_case on outbox (case_id);

  create table notice (
    id uuid primary key,
    outbox_id uuid not null references outbox,
    case_id uuid not null references cases,
    staff_id text references staff,
    channel text not null check (channel in ('app', 'email')),
    address text,
    template text not null,
    params jsonb not null,
    state text not null check (state in ('pending', 'sending', 'sent', 'parked')),
    attempts int not null default 0,
    lease_until timestamptz,
    retry_at timestamptz,
    message_id text,
    last_error text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    read_at timestamptz
  );
  create unique index notice_once on notice (outbox_id, channel, coalesce(staff_id, ''), coalesce(address, ''));
  create index notice_inbox on notice (staff_id, created_at desc, id desc) where channel = 'app';
  create index notice_open on notice (created_at) where state in ('pending', 'sending');
  create index notice_case on notice (case_id);
`;
