-- What:  an emergency on the way of a referral: what the doctor on call decided, and whether the patient enters the
--        pathway when it is over (two weeks, guiding).
-- Owner: referral. One per case; the case itself is assessed all the while.
create table emergency_course (
  case_no      varchar(16)  primary key,
  version      bigint       not null,
  assessed_at  timestamptz  not null,
  taken_in     varchar(10)  not null,
  noted_by     varchar(64)  not null,
  enters       varchar(10),
  settled_on   date,
  reason       text,
  settled_by   varchar(64)
);
