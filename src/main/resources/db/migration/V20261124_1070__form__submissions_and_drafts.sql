-- What:  form files as they were when somebody answered them; one row per file content.
-- Owner: form. Append-only: the application gets neither UPDATE nor DELETE.
create table form_file (
  sha256   char(64)    primary key,
  form_id  varchar(80) not null,
  schema   text        not null,
  first_at timestamptz not null
);

-- What:  validated answers, as given; the only way a form task completes (rule 1; decisions 34).
-- Owner: form. Append-only: the application gets neither UPDATE nor DELETE; erasing is the purge role's.
create table form_submission (
  id                  uuid         primary key,
  key                 varchar(80)  not null unique,
  form_id             varchar(80)  not null,
  form_version        varchar(12)  not null,
  sha256              char(64)     not null references form_file,
  answers             text         not null,
  digest              char(64)     not null,
  case_no             varchar(16),
  task_id             varchar(64),
  element_id          varchar(255),
  process_key         varchar(255),
  process_version     int,
  process_instance_id varchar(64),
  by_user             varchar(64)  not null,
  on_behalf_of        varchar(64),
  at                  timestamptz  not null
);
create index form_submission_case on form_submission (case_no, at);
create unique index form_submission_task on form_submission (task_id) where task_id is not null;

-- What:  what somebody has typed and not sent; nothing of it lies in the browser (decisions 34).
-- Owner: form. Gone when sent or thrown away.
create table form_draft (
  id           uuid         primary key,
  form_id      varchar(80)  not null,
  form_version varchar(12),
  task_id      varchar(64),
  owner        varchar(64)  not null,
  rev          int          not null,
  answers      text         not null,
  changed_at   timestamptz  not null
);
create unique index form_draft_task on form_draft (task_id, owner) where task_id is not null;
create index form_draft_owner on form_draft (owner, form_id) where task_id is null;
