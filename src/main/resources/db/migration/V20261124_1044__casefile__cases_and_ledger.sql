-- what: cases, their team, and the chained ledger of each case with its content that can be forgotten
-- owner: module casefile
-- case_event is append-only: the application's role gets SELECT and INSERT only.
-- case_event_payload: SELECT, INSERT, and UPDATE for erasing by order; no DELETE. case_ledger_head: no DELETE.
create table case_file (
  case_no text primary key,
  version bigint not null,
  kind text not null,
  body text not null,
  unit text not null,
  person_id uuid not null references person,
  phase text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_reason text
);
create index case_file_person on case_file (person_id);
create index case_file_unit on case_file (unit) where closed_at is null;

create table case_member (
  id uuid primary key,
  version bigint not null,
  case_no text not null references case_file,
  role text not null,
  user_id text not null,
  from_at timestamptz not null,
  until_at timestamptz
);
create unique index case_member_present on case_member (case_no, role) where until_at is null;
create index case_member_user on case_member (user_id) where until_at is null;

-- one row per case; SELECT … FOR UPDATE on it makes every case have one writer at a time
create table case_ledger_head (
  case_no text primary key references case_file,
  last_seq bigint not null,
  last_hash text not null
);

create table case_event (
  case_no text not null references case_ledger_head,
  seq bigint not null,
  type text not null,
  at timestamptz not null,
  actor text not null,
  on_behalf_of text,
  thing text not null,
  process_key text,
  process_version integer,
  element_id text,
  task_id text,
  form_id text,
  form_version text,
  previous text not null,
  content_hash text not null,
  hash text not null,
  primary key (case_no, seq)
);
create index case_event_type on case_event (type, at);

create table case_event_payload (
  case_no text not null,
  seq bigint not null,
  salt bytea,
  payload bytea,                      -- RFC 8785 bytes, exactly those that were hashed
  erased_at timestamptz,
  erased_by text,
  erase_reason text,
  primary key (case_no, seq),
  foreign key (case_no, seq) references case_event,
  constraint case_event_payload_or_tombstone check ((payload is null) = (erased_at is not null) and (salt is null) = (payload is null))
);
