-- What:  open work: a projection of the engine's open tasks, and the house's own items (source house).
-- Owner: worklist. Written in the engine's own transaction (decisions 8); read by one index range per role and unit.
create table work_item (
  id                  varchar(64)  primary key,
  source              varchar(8)   not null check (source in ('engine', 'house')),
  kind                varchar(255) not null,
  work_key            varchar(200) unique,
  case_no             varchar(16),
  process_key         varchar(255),
  process_version     int,
  definition_id       varchar(64),
  instance_id         varchar(64),
  role                varchar(40),
  unit                varchar(40),
  assignee            varchar(64),
  title_en            text         not null,
  title_nn            text,
  title_nb            text,
  process_en          text,
  process_nn          text,
  process_nb          text,
  due                 timestamptz,
  due_sort            timestamptz  not null generated always as (coalesce(due, timestamptz '2999-12-31 00:00:00+00')) stored,
  due_rule            varchar(20),
  due_kind            varchar(10)  not null default 'OWN',
  not_same_as         varchar(255),
  link                varchar(300),
  created_at          timestamptz  not null,
  changed_at          timestamptz  not null
);
create index work_item_queue on work_item (role, unit, due_sort, id);
create index work_item_mine on work_item (assignee, due_sort, id) where assignee is not null;
create index work_item_case on work_item (case_no, due_sort);

-- What:  what was done lately, for "done today"; kept 30 days.
-- Owner: worklist.
create table work_done (
  id         varchar(64)  primary key,
  case_no    varchar(16),
  title_en   text         not null,
  title_nn   text,
  title_nb   text,
  process_en text,
  process_nn text,
  process_nb text,
  done_by    varchar(64)  not null,
  done_at    timestamptz  not null
);
create index work_done_by on work_done (done_by, done_at);
