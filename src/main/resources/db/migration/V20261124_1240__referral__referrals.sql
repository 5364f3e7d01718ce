-- What:  referrals as they were sent, what intake found out about them, and what the referrer was asked and answered.
-- Owner: referral. No foreign key crosses into another module's or the engine's tables.
-- Data:  answers are the validated form as JSON text; they never enter the engine.
create table referral (
  id              uuid primary key,
  version         bigint       not null,
  reference       varchar(16)  not null unique,
  submission_id   uuid         not null unique,
  case_no         varchar(16)  not null unique,
  person_id       uuid         not null,
  sent_by         varchar(64)  not null,
  sender_body     varchar(40)  not null,
  referrer_kind   varchar(40)  not null,
  answers         text         not null,
  received_at     timestamptz  not null,
  seniority_at    timestamptz  not null,
  channel         varchar(20),
  identity        varchar(20),
  sender_authority varchar(20),
  same_as_open    varchar(20),
  unit            varchar(20),
  registered_at   timestamptz,
  proposed_code   varchar(40),
  proposed_reason_en text,
  proposed_reason_nn text,
  proposed_reason_nb text,
  route           varchar(20),
  route_reason    text,
  forward_to      varchar(40),
  status          varchar(20)  not null,
  answered_at     timestamptz
);
create index referral_sent_by on referral (sent_by, received_at desc);

create table referral_question (
  id              uuid primary key,
  version         bigint       not null,
  referral_id     uuid         not null references referral (id),
  item            varchar(60)  not null,
  weight          varchar(10)  not null,
  asked_at        timestamptz,
  answer          text,
  answered_at     timestamptz,
  unique (referral_id, item)
);
