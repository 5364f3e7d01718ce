-- What:  how cases end: the plan for the end, the discharge summary's reference, its receivers, the closing.
-- Owner: followup. The summary itself lies in the record system. No foreign key crosses into another module's tables.
-- summary_delivery is append-only: the application's role gets SELECT and INSERT only.
create table case_ending (
  case_no           varchar(16) primary key,
  version           bigint      not null,
  end_kind          varchar(20),
  next_care         text        not null default '[]',
  handover_wanted   varchar(10),
  group_leader      varchar(20),
  with_patient      varchar(20),
  planned_by        varchar(64),
  planned_at        timestamptz,
  summary_reference text,
  receivers         text        not null default '[]',
  patient_asked     varchar(10),
  objects           text,
  summary_by        varchar(64),
  summary_at        timestamptz,
  summary_sent_at   timestamptz,
  open_reason       text,
  feedback_used     varchar(10),
  closed_by         varchar(64),
  closed_at         timestamptz
);

create table summary_delivery (
  id        uuid primary key,
  version   bigint      not null,
  case_no   varchar(16) not null,
  receiver  varchar(20) not null,
  letter_id uuid,
  withheld  varchar(40),
  at        timestamptz not null,
  unique (case_no, receiver),
  check ((letter_id is null) <> (withheld is null))
);
