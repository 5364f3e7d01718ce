-- What:  talks that patients are called to before a decision (S14), and how each went. A no-show refuses nothing.
-- Owner: assessment.
create table assessment_talk (
  id          uuid primary key,
  case_no     varchar(16)  not null,
  how         varchar(20)  not null,
  at          timestamptz  not null,
  state       varchar(20)  not null,
  called_by   varchar(64)  not null,
  called_at   timestamptz  not null,
  told_by     varchar(64),
  told_at     timestamptz
);
create index assessment_talk_case on assessment_talk (case_no, at);
