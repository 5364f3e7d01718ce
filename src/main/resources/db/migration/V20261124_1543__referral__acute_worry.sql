-- What:  worry told in a referral that somebody reads the same day, and who is on duty to read it.
-- Owner: referral. Reasons are codes; what the sender wrote stays in the referral.
create table triage_duty (
  id          uuid primary key,
  unit        varchar(40) not null,
  from_date   date        not null,
  until_date  date        check (until_date >= from_date),
  receiver    varchar(64) not null,
  stand_in    varchar(64) check (stand_in <> receiver),
  set_by      varchar(64) not null,
  set_at      timestamptz not null
);
create index triage_duty_unit on triage_duty (unit, from_date);

create table acute_worry (
  id          uuid primary key,
  version     bigint      not null,
  referral_id uuid        not null unique references referral (id),
  case_no     varchar(16) not null,
  reasons     varchar(200) not null,
  raised_at   timestamptz not null,
  read_from   timestamptz not null,
  receiver    varchar(64),
  stand_in    varchar(64),
  stage       varchar(20) not null check (stage in ('RECEIVER', 'STAND_IN', 'EVERYONE')),
  opened_at   timestamptz,
  opened_by   varchar(64),
  settled_at  timestamptz,
  settled_by  varchar(64),
  done_about  text
);
create index acute_worry_unsettled on acute_worry (read_from) where settled_at is null;
