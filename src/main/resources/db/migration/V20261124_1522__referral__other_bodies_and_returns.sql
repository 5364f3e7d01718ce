-- What:  cases of other bodies that matter to a case here (treatment without consent, a sentence served in an
--        institution), followed and never ended by a rule; and open returns after an overdose, 48 hours each.
-- Owner: referral. A return without a case names nobody: the number is on the person's card.
create table other_body_case (
  id          uuid         primary key,
  version     bigint       not null,
  case_no     varchar(16)  not null,
  kind        varchar(20)  not null,
  started_on  date         not null,
  remind_on   date,
  granted_on  date,
  revoked_on  date,
  ended_on    date,
  ended_why   text,
  noted_by    varchar(64)  not null,
  noted_at    timestamptz  not null
);
create index other_body_case_case on other_body_case (case_no, noted_at);

create table overdose_return (
  id          uuid         primary key,
  version     bigint       not null,
  number      varchar(16)  not null unique,
  case_no     varchar(16),
  agreed_by   varchar(64)  not null,
  agreed_at   timestamptz  not null,
  until_at    timestamptz  not null,
  came_at     timestamptz,
  received_by varchar(64)
);
create index overdose_return_until on overdose_return (until_at);
create index overdose_return_case on overdose_return (case_no) where case_no is not null;
