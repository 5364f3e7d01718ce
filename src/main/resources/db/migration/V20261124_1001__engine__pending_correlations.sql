-- What:  messages on their way to a waiting process (process book §11), and the shipped files as last deployed.
-- Owner: engine. Holds ids and codes only, nothing personal.
create table pending_correlation (
  id           uuid primary key,
  message      varchar(80)  not null,
  case_no      varchar(16),
  id_variable  varchar(40),
  id_value     varchar(64),
  variables    text         not null,
  created_at   timestamptz  not null,
  due_at       timestamptz  not null,
  attempts     int          not null default 0,
  done_at      timestamptz,
  result       varchar(20)
);
create index pending_correlation_due on pending_correlation (due_at) where done_at is null;

create table shipped_model (
  model_key varchar(120) primary key,
  sha256    varchar(64)  not null,
  at        timestamptz  not null
);
