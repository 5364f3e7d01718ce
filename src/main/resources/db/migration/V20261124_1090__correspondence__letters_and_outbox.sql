-- What:  letters as written, and the outbox through which everything leaves (rule 7, decisions 5).
-- Owner: correspondence. Recipients' names stand in the letter only; the outbox holds ids.
create table letter (
  id               uuid primary key,
  version          bigint       not null,
  case_no          varchar(16)  not null,
  template         varchar(60)  not null,
  recipient_kind   varchar(20)  not null,
  language         varchar(4)   not null,
  recipient_user   varchar(64),
  document_id      uuid         not null,
  state            varchar(20)  not null,
  written_at       timestamptz  not null,
  sent_at          timestamptz
);
create index letter_case on letter (case_no, written_at);

create table outbox (
  id           uuid primary key,
  transport    varchar(20)  not null,
  case_no      varchar(16)  not null,
  subject_id   varchar(64),
  payload      text         not null,
  order_key    varchar(80),
  state        varchar(20)  not null,
  attempts     int          not null default 0,
  created_at   timestamptz  not null,
  not_before   timestamptz  not null,
  lease_until  timestamptz,
  cancelled_at timestamptz,
  sent_at      timestamptz,
  last_error   varchar(120)
);
create index outbox_due on outbox (not_before, id) where state in ('WAITING', 'SENDING');
create index outbox_case on outbox (case_no, created_at);
create index outbox_order on outbox (order_key, id) where order_key is not null;
