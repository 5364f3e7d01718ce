-- What:  the rights assessment of a case: what was prepared, who signed, when the patient was told.
-- Owner: assessment. One row per case; what stood before a correction is in the ledger.
create table rights_assessment (
  case_no          varchar(16)  primary key,
  version          bigint       not null,
  outcome          varchar(20),
  levels           text         not null default '[]',
  place            text,
  place_differs    text,
  deadline         date,
  first_appointment timestamptz,
  reason           text,
  elsewhere        text,
  participants     text         not null default '[]',
  guidance         text         not null default '[]',
  state            varchar(20)  not null,
  prepared_by      varchar(64),
  prepared_at      timestamptz,
  signed_by        varchar(64),
  signed_at        timestamptz,
  sent_back_cause  varchar(40),
  sent_back_words  text,
  patient_letter   uuid,
  referrer_letter  uuid,
  told_at          timestamptz
);
