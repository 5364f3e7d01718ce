-- What: what ties people to cases, who opened what, the seals of that log, and failed sign-ins.
-- Owner: module access.

create table case_relation (
  id       uuid primary key,
  case_no  text not null,
  kind     text not null check (kind in ('unit', 'task', 'team', 'disclosure', 'special')),
  user_id  text,
  role     text,
  body     text,
  unit     text,
  ground   text,
  ref      text,
  since    timestamptz not null,
  ended_at timestamptz
);
comment on table case_relation is
  'A tie to a case (cast 2.4): unit (where the case lies), task (open for a role in a unit, user_id once claimed), team, '
  'disclosure (to a body, ref = its id), special (group, mandate, own referral; ref = its key). Ended rows stay: they '
  'tell whose a closed case was and explain old openings.';
create unique index case_relation_unit_ux on case_relation (case_no) where kind = 'unit' and ended_at is null;
create unique index case_relation_task_ux on case_relation (ref) where kind = 'task' and ended_at is null;
create unique index case_relation_team_ux on case_relation (case_no, user_id, role) where kind = 'team' and ended_at is null;
create unique index case_relation_disclosure_ux on case_relation (ref, body) where kind = 'disclosure' and ended_at is null;
create unique index case_relation_special_ux on case_relation (case_no, user_id, ground, ref)
  where kind = 'special' and ended_at is null;
create index case_relation_case_ix on case_relation (case_no, kind);
create index case_relation_user_ix on case_relation (user_id) where ended_at is null;

create table read_log (
  id           uuid primary key,
  at           timestamptz not null,
  reader       text not null,
  on_behalf_of text,
  body         text not null,
  unit         text,
  role         text,
  case_no      text not null,
  thing        text not null,
  what         text not null,
  purpose      text not null,
  ground       text not null,
  written_at   timestamptz not null default now()
);
comment on table read_log is
  'Who opened what of a case, when, for what and on which ground (rule 4; pjl 14, pbrl 5-1). Append-only: the app role '
  'gets no UPDATE, DELETE or TRUNCATE here. written_at is the database''s own time; by it the minutes are sealed.';
create index read_log_case_ix on read_log (case_no, at);
create index read_log_reader_ix on read_log (reader, at);
create index read_log_written_ix on read_log (written_at);

create table read_log_seal (
  minute    timestamptz primary key,
  entries   bigint not null,
  previous  text not null,
  hash      text not null,
  sealed_at timestamptz not null default now()
);
comment on table read_log_seal is
  'One hash per minute that has entries, chained to the minute before. Append-only: the app role gets no UPDATE, DELETE '
  'or TRUNCATE here.';

create table login_attempt (
  id        uuid primary key,
  name_hash text not null,
  at        timestamptz not null,
  succeeded boolean not null
);
comment on table login_attempt is
  'Tries to sign in, so that all nodes count together. The name is hashed: people type passwords into that field.';
create index login_attempt_name_ix on login_attempt (name_hash, at);
