-- What:  complaints about a municipality's decision that came to the clinic: guided or passed on.
-- Owner: complaint. Rows are only added; the id is the key of the page, so a repeat adds nothing.
create table complaint_elsewhere (
  id           uuid         primary key,
  case_no      varchar(16)  not null references case_file,
  received_on  date         not null,
  about        text         not null,
  way          varchar(20)  not null,
  done_on      date         not null,
  to_whom      text         not null,
  noted_by     varchar(64)  not null,
  noted_at     timestamptz  not null
);
create index complaint_elsewhere_case on complaint_elsewhere (case_no);
