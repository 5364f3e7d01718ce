-- What:  what the clinic asks municipalities, what was disclosed in doing so, and the person's responsibility group.
-- Owner: coordination. A disclosure is a snapshot: its text is exactly what went and is never changed, only ended.
create table coordination_wish (
  case_no         varchar(16) primary key,
  version         bigint      not null,
  follow_up_asked text,
  handover_text   text
);

create table disclosure (
  id             uuid primary key,
  version        bigint       not null,
  case_no        varchar(16)  not null,
  person_id      uuid         not null,
  base_id        uuid         not null,
  recipient_body varchar(40)  not null,
  recipient_unit varchar(40),
  purpose        varchar(40)  not null,
  categories     text         not null,
  valid_until    date,
  snapshot       text         not null,
  request_id     varchar(16),
  disclosed_at   timestamptz  not null,
  ended_at       timestamptz
);
create index disclosure_case on disclosure (case_no, disclosed_at);

create table municipal_request (
  request_id    varchar(16) primary key,
  version       bigint       not null,
  case_no       varchar(16)  not null,
  kind          varchar(20)  not null,
  to_body       varchar(40)  not null,
  to_unit       varchar(40)  not null,
  disclosure_id uuid         not null,
  sent_at       timestamptz  not null,
  received_at   timestamptz,
  answered_at   timestamptz,
  answer        varchar(30),
  answer_text   text,
  coordinator   text,
  coordinator_user varchar(64),
  reminders     int          not null default 0,
  ended_how     varchar(20)
);
create index municipal_request_case on municipal_request (case_no, sent_at);

create table responsibility_group (
  id            uuid primary key,
  version       bigint       not null,
  person_id     uuid         not null,
  case_no       varchar(16)  not null,
  opened_at     timestamptz  not null,
  next_meeting  timestamptz,
  place         text,
  no_next_reason text,
  ended_at      timestamptz
);
create unique index responsibility_group_one on responsibility_group (person_id) where ended_at is null;

create table group_member (
  id         uuid primary key,
  version    bigint       not null,
  group_id   uuid         not null references responsibility_group (id),
  who        varchar(20)  not null,
  name       text,
  base       varchar(30)  not null,
  gets       varchar(20)  not null,
  user_id    varchar(64),
  until      timestamptz
);
create index group_member_group on group_member (group_id);

create table group_meeting (
  id        uuid primary key,
  version   bigint       not null,
  group_id  uuid         not null references responsibility_group (id),
  held_at   timestamptz  not null,
  attended  text         not null,
  minutes   text         not null,
  recorded_by varchar(64) not null
);
create index group_meeting_group on group_meeting (group_id, held_at desc);

create table group_promise (
  id        uuid primary key,
  version   bigint       not null,
  group_id  uuid         not null references responsibility_group (id),
  what      text         not null,
  owner     varchar(20)  not null,
  due_on    date,
  done_at   timestamptz
);
create index group_promise_group on group_promise (group_id, due_on);
