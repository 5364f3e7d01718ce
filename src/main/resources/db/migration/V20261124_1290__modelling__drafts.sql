-- What:  changed models on their way through a second person, and what became of each.
-- Owner: modelling. What is in use lies in the engine's repository; this is who changed it, why, and who approved.
create table model_draft (
  id          uuid primary key,
  version     bigint       not null,
  model_key   varchar(120) not null,
  files       text         not null,
  reason      text         not null,
  source      varchar(20)  not null,
  send_key    varchar(80)  not null unique,
  made_by     varchar(64)  not null,
  made_at     timestamptz  not null,
  based_on    int          not null,
  state       varchar(20)  not null,
  decided_by  varchar(64),
  decided_at  timestamptz,
  remark      text,
  became      int
);
create index model_draft_key on model_draft (model_key, made_at desc);
