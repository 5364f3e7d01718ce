-- What:  the municipality's own record of what it was asked: application, decision, coordinator, end.
-- Owner: municipality. It knows only what was disclosed (decisions 23); the snapshot is its own from receipt.
create table municipal_application (
  case_no          varchar(16) primary key,
  version          bigint       not null,
  request_id       varchar(16)  not null unique,
  kind             varchar(20)  not null,
  from_body        varchar(40)  not null,
  to_unit          varchar(40)  not null,
  content          text         not null,
  received_at      timestamptz  not null,
  taken_further_at timestamptz,
  closed_by_sender timestamptz,
  granted          boolean,
  services         text,
  starts_on        date,
  review_by        date,
  reason           text,
  answer_text      text,
  decided_by       varchar(64),
  decided_at       timestamptz,
  coordinator      varchar(64),
  plan_offered     varchar(20),
  ended_how        varchar(20),
  ended_at         timestamptz
);
create index municipal_application_unit on municipal_application (to_unit, received_at desc);
