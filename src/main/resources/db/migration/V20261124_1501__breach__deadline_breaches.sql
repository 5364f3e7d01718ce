-- What:  start deadlines that are not kept, and the codes by which the time stamp of each is reported.
-- Owner: breach. One row per breach; every step is in the ledger of its case. A code is data: a new one is a new row.
create table deadline_breach (
  id             uuid         primary key,
  version        bigint       not null,
  case_no        varchar(16)  not null,
  deadline       date         not null,
  cause          varchar(30)  not null,
  words          text,
  state          varchar(20)  not null,
  opened_by      varchar(64)  not null,
  opened_at      timestamptz  not null,
  way            varchar(20),
  way_reason     text,
  agreed_on      date,
  code           varchar(5),
  confirmed_by   varchar(64),
  confirmed_at   timestamptz,
  notified_at    timestamptz,
  answer         varchar(20),
  answer_on      date,
  answer_details text,
  ended_at       timestamptz
);
create index deadline_breach_case on deadline_breach (case_no);
create table helfo_code (
  meaning    varchar(20) not null,
  code       varchar(5)  not null,
  valid_from date        not null,
  valid_to   date,
  primary key (meaning, valid_from)
);
insert into helfo_code (meaning, code, valid_from) values ('helfo', '31', '2000-01-01'), ('agreedNot', '32', '2000-01-01');
