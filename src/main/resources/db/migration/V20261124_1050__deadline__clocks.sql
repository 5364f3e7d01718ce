-- what: clocks of cases with the rule as it applied, and why time went
-- owner: module deadline
-- deadline_cause is append-only: the application's role gets SELECT and INSERT only. What a clock was is in the ledger.
create table deadline_clock (
  id uuid primary key,
  version bigint not null,
  family text not null,
  rule text not null,
  subject text not null,              -- case number, request or group id
  case_no text not null references case_file,
  kind text not null,
  length integer,                     -- empty: a person set the date
  unit text not null,                 -- WD, CD, W, M, H, D
  warn_at text not null,              -- numbers, comma between
  warn_unit text,
  name_en text not null,
  name_nn text not null,
  name_nb text not null,
  base text,
  mark text,
  started_at timestamptz not null,
  started_on date not null,
  due_on date not null,
  due_at timestamptz not null,        -- last instant in time
  over_at timestamptz not null,       -- first instant that is late
  warnings text not null,             -- instants, comma between
  warned integer not null,
  stopped_at timestamptz,
  stop_cause text,
  kept boolean,
  breached_at timestamptz,
  lazy boolean not null,              -- an own clock that only gives one task its due date
  occurrence text,
  constraint deadline_clock_subject unique (family, subject)
);
create index deadline_clock_case on deadline_clock (case_no);

create table deadline_cause (
  id uuid primary key,
  clock_id uuid not null references deadline_clock,
  cause text not null,
  at timestamptz not null,
  actor text not null
);
create index deadline_cause_clock on deadline_cause (clock_id);
